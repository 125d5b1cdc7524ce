/** The WebSocket of a post: accepted revisions as they come, who is here and where, and the page as it will look. */
@NullMarked
package app.lookback.query.live;

import org.jspecify.annotations.NullMarked;
