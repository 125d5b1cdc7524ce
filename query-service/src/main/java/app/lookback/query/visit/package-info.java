/** What others changed in a post since a person's last visit. */
@NullMarked
package app.lookback.query.visit;

import org.jspecify.annotations.NullMarked;
