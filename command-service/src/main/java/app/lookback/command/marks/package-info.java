/** What people mark in a post's history: names of revisions, and which revision brought back an older one. */
@NullMarked
package app.lookback.command.marks;

import org.jspecify.annotations.NullMarked;
