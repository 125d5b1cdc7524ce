/** Where query-service starts as a process of its own; outside what its module scans. */
@NullMarked
package app.lookback;

import org.jspecify.annotations.NullMarked;
