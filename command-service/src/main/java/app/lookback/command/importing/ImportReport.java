package app.lookback.command.importing;

import java.util.List;

/**
 * What an import did.
 *
 * @param changed posts that were imported before and whose file has changed since
 * @param same posts and files that were imported before and are the same
 * @param published editions that readers find now
 * @param files files of the site that are no posts
 * @param notes what was not understood, was left out, or stands elsewhere: by file and line
 */
public record ImportReport(int begun, int changed, int same, int published, int files, List<String> notes) {}
