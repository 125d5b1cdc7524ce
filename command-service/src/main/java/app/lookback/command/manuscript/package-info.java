/** The source of a post: edits, rebased and numbered. */
@NullMarked
package app.lookback.command.manuscript;

import org.jspecify.annotations.NullMarked;
