/** A sample review with a history worth replaying. */
@NullMarked
package app.lookback.command.sample;

import org.jspecify.annotations.NullMarked;
