package app.lookback.query.reader;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.util.regex.Pattern;

/** Feeds as XML. */
final class Xml {

    /** What XML has no place for, however it is written. */
    private static final Pattern NO_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private Xml() {}

    static String clean(String text) {
        return NO_XML.matcher(text).replaceAll("");
    }

    static String write(WireFeed feed) {
        feed.setEncoding("UTF-8");
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
