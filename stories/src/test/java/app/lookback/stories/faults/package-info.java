/** Editors write while processes are killed and paused, and a checker then reads the history for what the laws forbid. */
@NullMarked
package app.lookback.stories.faults;

import org.jspecify.annotations.NullMarked;
