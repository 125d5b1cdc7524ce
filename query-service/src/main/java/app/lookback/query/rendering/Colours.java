package app.lookback.query.rendering;

import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** The parts of code in spans, whose classes are named as those of Chroma, Hugo's highlighter. */
final class Colours {

    /** Longer lines are left plain; what is read of one may grow with the square of its length. */
    private static final int LINE = 2_000;

    private final TokenMaker tokens;
    private int state = TokenTypes.NULL;

    private Colours(TokenMaker tokens) {
        this.tokens = tokens;
    }

    /** The HTML of each line, as long as the page may have colours; {@code lines} with their ends. */
    static List<String> lines(List<String> lines, String language, Patience patience) {
        var length = lines.stream().mapToInt(String::length).sum();
        var tokens = Grammars.of(language);
        if (tokens == null || !patience.allowsColours(length)) {
            return lines.stream().map(Html::escaped).toList();
        }
        var colours = new Colours(tokens);
        var coloured = new ArrayList<String>();
        for (var line : lines) {
            patience.ask();
            coloured.add(colours.line(line));
        }
        return coloured;
    }

    private String line(String line) {
        var end = line.endsWith("\n") ? line.length() - 1 : line.length();
        if (end > LINE) {
            state = TokenTypes.NULL;
            return Html.escaped(line);
        }
        var html = new StringBuilder(line.length() * 3);
        var read = write(html, line.substring(0, end));
        return read == end ? html.append(line, end, line.length()).toString() : Html.escaped(line);
    }

    /** How many units were read; all of them, but for a mistake of the grammar. */
    private int write(StringBuilder html, String line) {
        var read = 0;
        var open = "";
        for (var token = first(line); token != null; token = token.getNextToken()) {
            state = token.getType();
            if (token.isPaintable()) {
                var name = token.isWhitespace() ? open : name(token.getType());
                html.append(name.equals(open) ? "" : change(open, name)).append(Html.escaped(token.getLexeme()));
                open = name;
                read += token.length();
            }
        }
        html.append(change(open, ""));
        return read;
    }

    private Token first(String line) {
        return tokens.getTokenList(new Segment(line.toCharArray(), 0, line.length()), state, 0);
    }

    private static String change(String from, String to) {
        return (from.isEmpty() ? "" : "</span>") + (to.isEmpty() ? "" : "<span class=\"" + to + "\">");
    }

    private static String name(int type) {
        return switch (type) {
            case TokenTypes.COMMENT_EOL -> "c1";
            case TokenTypes.COMMENT_MULTILINE, TokenTypes.COMMENT_DOCUMENTATION -> "cm";
            case TokenTypes.COMMENT_KEYWORD, TokenTypes.COMMENT_MARKUP -> "cs";
            case TokenTypes.RESERVED_WORD -> "k";
            case TokenTypes.RESERVED_WORD_2 -> "kr";
            case TokenTypes.FUNCTION -> "nb";
            case TokenTypes.LITERAL_BOOLEAN -> "kc";
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT -> "mi";
            case TokenTypes.LITERAL_NUMBER_FLOAT -> "mf";
            case TokenTypes.LITERAL_NUMBER_HEXADECIMAL -> "mh";
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE -> "s2";
            case TokenTypes.LITERAL_CHAR -> "s1";
            case TokenTypes.LITERAL_BACKQUOTE -> "sb";
            case TokenTypes.DATA_TYPE -> "kt";
            case TokenTypes.VARIABLE -> "nv";
            case TokenTypes.REGEX -> "sr";
            case TokenTypes.ANNOTATION -> "nd";
            case TokenTypes.OPERATOR -> "o";
            case TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION,
                    TokenTypes.MARKUP_CDATA_DELIMITER -> "cp";
            case TokenTypes.MARKUP_TAG_NAME -> "nt";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> "na";
            case TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE -> "s";
            case TokenTypes.MARKUP_COMMENT -> "c";
            case TokenTypes.MARKUP_ENTITY_REFERENCE -> "ni";
            default -> "";
        };
    }
}
