/** Who is signed in, who was invited, and what people are called. */
@NullMarked
package app.lookback.query.people;

import org.jspecify.annotations.NullMarked;
