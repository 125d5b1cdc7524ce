package app.lookback.hugo;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of addresses, as in {@code /:year/:month/:slug/}, filled for one page. */
record Permalink(
        HugoConfig config, String title, String slug, String fileName, ZonedDateTime date, List<String> sections) {

    private static final Pattern TOKEN = Pattern.compile(":(\\w+)(\\[[^\\]]*\\])?");
    private static final Pattern RANGE = Pattern.compile("\\[(last|\\d*)(:?)(last|\\d*)\\]");

    String filled(String pattern) {
        return TOKEN.matcher(pattern).replaceAll(token -> Matcher.quoteReplacement(value(token)));
    }

    private String value(MatchResult token) {
        return switch (token.group(1)) {
            case "year" -> Integer.toString(date.getYear());
            case "month" -> "%02d".formatted(date.getMonthValue());
            case "monthname" -> part(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "day" -> "%02d".formatted(date.getDayOfMonth());
            case "weekday" -> Integer.toString(date.getDayOfWeek().getValue() % 7);
            case "weekdayname" -> part(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
            case "yearday" -> Integer.toString(date.getDayOfYear());
            case "section" -> sections.isEmpty() ? "" : part(sections.get(0));
            case "sections" -> part(String.join("/", chosen(token.group(2))));
            case "title" -> part(title);
            case "slug" -> part(slug.isEmpty() ? title : slug);
            case "slugorfilename" -> part(slug.isEmpty() ? fileName : slug);
            case "filename" -> part(fileName);
            default -> token.group();
        };
    }

    private String part(String words) {
        return UrlPath.of(words, config);
    }

    private List<String> chosen(String range) {
        var written = range == null ? null : RANGE.matcher(range);
        if (written == null || !written.matches()) {
            return range == null ? sections : List.of();
        }
        int from = index(written.group(1), 0);
        boolean one = written.group(2).isEmpty();
        int to = one ? from + 1 : index(written.group(3), sections.size());
        // Hugo 0.111 finds no last one where there is one section only.
        boolean lastOfOne = one && written.group(1).equals("last") && sections.size() == 1;
        return lastOfOne || from >= to || to > sections.size() ? List.of() : sections.subList(from, to);
    }

    private int index(String written, int otherwise) {
        if (written.isEmpty()) {
            return otherwise;
        }
        return written.equals("last") ? sections.size() - 1 : Integer.parseInt(written);
    }
}
