/** Which posts there are, where, by whom, and in which editions. */
@NullMarked
package app.lookback.query.library;

import org.jspecify.annotations.NullMarked;
