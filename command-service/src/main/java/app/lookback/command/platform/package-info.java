/** What every feature stands on: dispatching, security, bodies and problems; it knows no feature. */
@NullMarked
package app.lookback.command.platform;

import org.jspecify.annotations.NullMarked;
