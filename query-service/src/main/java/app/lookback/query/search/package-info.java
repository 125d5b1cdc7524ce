/** What readers find by words. */
@NullMarked
package app.lookback.query.search;

import org.jspecify.annotations.NullMarked;
