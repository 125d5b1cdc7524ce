/** The newest source of each post. */
@NullMarked
package app.lookback.query.draft;

import org.jspecify.annotations.NullMarked;
