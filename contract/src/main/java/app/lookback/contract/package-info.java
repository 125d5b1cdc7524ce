/** What crosses the services: the events, the ids in them, and the log in which the services meet. */
@NullMarked
package app.lookback.contract;

import org.jspecify.annotations.NullMarked;
