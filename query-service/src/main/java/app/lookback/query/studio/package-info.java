/** The studio's page and its files. */
@NullMarked
package app.lookback.query.studio;

import org.jspecify.annotations.NullMarked;
