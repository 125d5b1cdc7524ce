/** What readers get, kept in memory as it was sent. */
@NullMarked
package app.lookback.query.cache;

import org.jspecify.annotations.NullMarked;
