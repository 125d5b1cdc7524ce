/** Runs the templates by which a site defines its shortcodes: the part of Hugo's language that needs nothing but the call. */
@NullMarked
package app.lookback.query.rendering.template;

import org.jspecify.annotations.NullMarked;
