/** What an administrator puts in the place of the site's own templates and styles. */
@NullMarked
package app.lookback.query.theme;

import org.jspecify.annotations.NullMarked;
