/** Tables, laws on random edits, simulated authors, and the vectors that CodeMirror wrote. */
@NullMarked
package app.lookback.text;

import org.jspecify.annotations.NullMarked;
