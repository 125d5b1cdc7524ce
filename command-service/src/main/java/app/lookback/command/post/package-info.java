/** A post's path, people, images and editions. */
@NullMarked
package app.lookback.command.post;

import org.jspecify.annotations.NullMarked;
