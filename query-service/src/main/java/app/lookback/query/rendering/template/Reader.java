package app.lookback.query.rendering.template;

import app.lookback.query.rendering.template.Node.Assigned;
import app.lookback.query.rendering.template.Node.Branch;
import app.lookback.query.rendering.template.Node.Repeated;
import app.lookback.query.rendering.template.Node.Shown;
import app.lookback.query.rendering.template.Node.Variables;
import app.lookback.query.rendering.template.Node.Words;
import app.lookback.query.rendering.template.Pieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a whole template. */
final class Reader {

    private static final int DEPTH = 100;
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*+(\\$\\w++)\\s*+(:?=)(?!=)");
    private static final Pattern TWO = Pattern.compile("\\s*+(\\$\\w++)\\s*+,\\s*+(\\$\\w++)\\s*+:=");
    private static final Pattern KEYWORD = Pattern.compile("\\s*+([a-z]++)(?=[\\s(]|$)");
    private static final List<String> OF_OTHER_TEMPLATES = List.of("define", "template", "block", "break", "continue");

    private final List<Piece> pieces;
    private final Known known = new Known();
    private int at;
    private int depth;

    Reader(String template) {
        this.pieces = Pieces.of(template);
    }

    List<Node> whole() {
        var nodes = nodes();
        if (at < pieces.size()) {
            throw new NotUnderstood(
                    pieces.get(at).line(), "'" + pieces.get(at).text().strip() + "' ends or parts nothing");
        }
        return nodes;
    }

    Known known() {
        return known;
    }

    /** Up to what ends or parts them, or to the end. */
    private List<Node> nodes() {
        deeper();
        var nodes = new ArrayList<Node>();
        while (at < pieces.size() && !isEnd(pieces.get(at))) {
            var piece = pieces.get(at++);
            nodes.add(piece.isAction() ? action(piece) : new Words(piece.text()));
        }
        depth--;
        return nodes;
    }

    private void deeper() {
        if (++depth > DEPTH) {
            throw new NotUnderstood(pieces.get(at - 1).line(), "its parts stand too deep in each other");
        }
    }

    private static boolean isEnd(Piece piece) {
        var keyword = keyword(piece);
        return keyword.equals("end") || keyword.equals("else");
    }

    private static String keyword(Piece piece) {
        var word = KEYWORD.matcher(piece.text());
        return piece.isAction() && word.lookingAt() ? word.group(1) : "";
    }

    private Node action(Piece piece) {
        try {
            return action(piece, keyword(piece));
        } catch (NotUnderstood refused) {
            throw refused.at(piece.line());
        }
    }

    private Node action(Piece piece, String keyword) {
        if (OF_OTHER_TEMPLATES.contains(keyword)) {
            throw new NotUnderstood("'" + keyword + "' is not understood");
        }
        var rest = piece.text().strip().substring(keyword.isEmpty() ? 0 : keyword.length());
        return switch (keyword) {
            case "if", "with" -> branch(piece.line(), keyword.equals("with"), rest);
            case "range" -> repeated(piece.line(), rest);
            default -> plain(piece.line(), piece.text().strip());
        };
    }

    private Node plain(int line, String text) {
        var assignment = ASSIGNMENT.matcher(text);
        if (!assignment.lookingAt()) {
            return new Shown(line, value(text));
        }
        var declares = assignment.group(2).equals(":=");
        var value = value(text.substring(assignment.end()));
        return new Assigned(line, variable(assignment, 1, declares), declares, value);
    }

    private String variable(Matcher written, int group, boolean declares) {
        if (declares) {
            known.declare(written.group(group));
        } else {
            known.variable(written.group(group));
        }
        return written.group(group);
    }

    private Expression value(String text) {
        return new ExpressionReader(text.strip(), known).whole();
    }

    private Node branch(int line, boolean with, String text) {
        var declaration = declaration(text);
        var asked = value(declaration == null ? text : text.substring(declaration.end()));
        known.open(with);
        var variable = declaration == null ? null : variable(declaration, 1, true);
        var then = nodes();
        known.close(with);
        return new Branch(line, with, variable, asked, then, otherwise(line, with ? "with" : "if"));
    }

    private static @Nullable Matcher declaration(String text) {
        var declaration = ASSIGNMENT.matcher(text);
        return declaration.lookingAt() && declaration.group(2).equals(":=") ? declaration : null;
    }

    private Node repeated(int line, String text) {
        var two = TWO.matcher(text);
        var one = declaration(text);
        var over = value(two.lookingAt() ? text.substring(two.end()) : one == null ? text : text.substring(one.end()));
        known.open(true);
        var variables = variables(two, one);
        var each = nodes();
        known.close(true);
        return new Repeated(line, variables, over, each, otherwise(line, "range"));
    }

    private Variables variables(Matcher two, @Nullable Matcher one) {
        if (two.lookingAt()) {
            return new Variables(variable(two, 1, true), variable(two, 2, true));
        }
        return one == null ? Variables.NONE : new Variables(null, variable(one, 1, true));
    }

    /** What stands between {@code else} and {@code end}; {@code else if} is an {@code if} within it. */
    private List<Node> otherwise(int line, String of) {
        if (at >= pieces.size()) {
            throw new NotUnderstood(line, "'" + of + "' has no end");
        }
        var piece = pieces.get(at++);
        if (keyword(piece).equals("end")) {
            return List.of();
        }
        var rest = piece.text().strip().substring("else".length()).strip();
        if (rest.isEmpty()) {
            return withEnd(line, of);
        }
        if (!of.equals("if") || !rest.startsWith("if")) {
            throw new NotUnderstood(piece.line(), "'else " + rest + "' is not understood");
        }
        deeper();
        known.open(false);
        var inner = List.of(action(new Piece(true, rest, piece.line())));
        known.close(false);
        depth--;
        return inner;
    }

    private List<Node> withEnd(int line, String of) {
        known.open(false);
        var nodes = nodes();
        known.close(false);
        if (at >= pieces.size() || !keyword(pieces.get(at)).equals("end")) {
            throw new NotUnderstood(line, "'" + of + "' has no end");
        }
        at++;
        return nodes;
    }
}
