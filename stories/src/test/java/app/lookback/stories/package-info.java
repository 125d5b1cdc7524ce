/** What people do with Lookback, told against the running whole; and the rules that hold across its modules. */
@NullMarked
package app.lookback.stories;

import org.jspecify.annotations.NullMarked;
