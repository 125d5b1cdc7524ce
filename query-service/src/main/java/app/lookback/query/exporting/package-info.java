/** The blog leaves as a Hugo site: into a folder, or as a zip. */
@NullMarked
package app.lookback.query.exporting;

import org.jspecify.annotations.NullMarked;
