/** The event log in which the services meet: how events are written, where, and how one hears of new ones. */
@NullMarked
package app.lookback.contract.log;

import org.jspecify.annotations.NullMarked;
