@NullMarked
package app.lookback.query.live;

import org.jspecify.annotations.NullMarked;
