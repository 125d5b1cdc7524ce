/** What a Hugo site's files say: the front matter of posts, the site's configuration, and the addresses that follow. */
@NullMarked
package app.lookback.hugo;

import org.jspecify.annotations.NullMarked;
