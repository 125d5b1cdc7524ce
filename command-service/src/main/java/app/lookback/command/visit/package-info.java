/** How far each person has seen each post. That is no event: nobody but they themselves will ever ask. */
@NullMarked
package app.lookback.command.visit;

import org.jspecify.annotations.NullMarked;
