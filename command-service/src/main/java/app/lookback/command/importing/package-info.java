/** Files as Hugo stores them become posts. */
@NullMarked
package app.lookback.command.importing;

import org.jspecify.annotations.NullMarked;
