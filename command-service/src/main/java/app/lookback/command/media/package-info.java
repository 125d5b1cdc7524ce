/** Images: recognised, bounded, and kept by their SHA-256. */
@NullMarked
package app.lookback.command.media;

import org.jspecify.annotations.NullMarked;
