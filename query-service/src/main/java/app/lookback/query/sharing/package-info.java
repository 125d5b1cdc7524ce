/** The pictures with which editions are shown where people share links to them. */
@NullMarked
package app.lookback.query.sharing;

import org.jspecify.annotations.NullMarked;
