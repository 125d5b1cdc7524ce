/** The pages that readers get, complete without JavaScript. */
@NullMarked
package app.lookback.query.reader;

import org.jspecify.annotations.NullMarked;
