/** The files of the site that are no posts. */
@NullMarked
package app.lookback.query.site;

import org.jspecify.annotations.NullMarked;
