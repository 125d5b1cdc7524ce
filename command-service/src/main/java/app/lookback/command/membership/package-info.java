/** Who may write which post, as the log says it. */
@NullMarked
package app.lookback.command.membership;

import org.jspecify.annotations.NullMarked;
