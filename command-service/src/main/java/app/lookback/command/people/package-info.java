/** Accounts, the first administrator, signing in, and invitations. */
@NullMarked
package app.lookback.command.people;

import org.jspecify.annotations.NullMarked;
