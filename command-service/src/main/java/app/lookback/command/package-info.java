/** Decides: every method but GET and HEAD of the protocol in docs/api.md ends here. */
@NullMarked
package app.lookback.command;

import org.jspecify.annotations.NullMarked;
