/** Reads what Hugo keeps at the head of a source: title, date, tags and the rest, in TOML, YAML or JSON. */
@NullMarked
package app.lookback.query.frontmatter;

import org.jspecify.annotations.NullMarked;
