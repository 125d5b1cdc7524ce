/** Answers: every GET and HEAD of the protocol in docs/api.md ends here. */
@NullMarked
package app.lookback.query;

import org.jspecify.annotations.NullMarked;
