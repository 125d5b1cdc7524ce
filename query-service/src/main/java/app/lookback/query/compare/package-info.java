/** What is different between two revisions of a post, word by word, in its source and on its page. */
@NullMarked
package app.lookback.query.compare;

import org.jspecify.annotations.NullMarked;
