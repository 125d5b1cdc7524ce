/** Everything in one JVM: the stores are started first, then both services in one context. */
@NullMarked
package app.lookback;

import org.jspecify.annotations.NullMarked;
