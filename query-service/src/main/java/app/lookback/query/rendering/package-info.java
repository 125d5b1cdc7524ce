/** Makes the page of a source: Markdown and shortcodes as Hugo renders them, cut into blocks, sanitized. */
@NullMarked
package app.lookback.query.rendering;

import org.jspecify.annotations.NullMarked;
