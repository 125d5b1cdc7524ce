/** Rules of starting, keeping and ending. */
@NullMarked
package app.lookback;

import org.jspecify.annotations.NullMarked;
