/** Images, for those who may see them. */
@NullMarked
package app.lookback.query.media;

import org.jspecify.annotations.NullMarked;
