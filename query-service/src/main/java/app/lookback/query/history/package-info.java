/** Every revision there ever was, and who wrote when. */
@NullMarked
package app.lookback.query.history;

import org.jspecify.annotations.NullMarked;
