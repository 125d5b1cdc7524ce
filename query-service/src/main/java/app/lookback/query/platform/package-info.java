/** What every view stands on: the stores, following the log, security and problems; it knows no feature. */
@NullMarked
package app.lookback.query.platform;

import org.jspecify.annotations.NullMarked;
