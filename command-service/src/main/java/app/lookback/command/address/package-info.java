/** Who holds which address of the site; nobody holds another's. */
@NullMarked
package app.lookback.command.address;

import org.jspecify.annotations.NullMarked;
