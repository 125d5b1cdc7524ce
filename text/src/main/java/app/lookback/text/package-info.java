/** The algebra of edits: what an edit does to a text, and what becomes of it when others have edited the same text. */
@NullMarked
package app.lookback.text;

import org.jspecify.annotations.NullMarked;
