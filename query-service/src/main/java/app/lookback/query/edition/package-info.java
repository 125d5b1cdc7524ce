/** What was published, frozen as it was. */
@NullMarked
package app.lookback.query.edition;

import org.jspecify.annotations.NullMarked;
