/** The files of a Hugo site that are no posts. */
@NullMarked
package app.lookback.command.site;

import org.jspecify.annotations.NullMarked;
