package app.lookback.query.rendering;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;

/** Tables as Goldmark writes them. */
final class TableHtml {

    private final StringBuilder html;
    private final InlineHtml inlines;

    TableHtml(StringBuilder html, InlineHtml inlines) {
        this.html = html;
        this.inlines = inlines;
    }

    void write(TableBlock table) {
        html.append("<table>\n");
        for (var part : table.getChildren()) {
            if (part instanceof TableHead) {
                rows("thead", "th", part);
            } else if (part instanceof TableBody && part.hasChildren()) {
                rows("tbody", "td", part);
            }
        }
        html.append("</table>\n");
    }

    private void rows(String part, String cell, Node rows) {
        html.append('<').append(part).append(">\n");
        for (var row : rows.getChildren()) {
            html.append("<tr>\n");
            row.getChildren().forEach(each -> cell(cell, each));
            html.append("</tr>\n");
        }
        html.append("</").append(part).append(">\n");
    }

    private void cell(String tag, Node node) {
        if (node instanceof TableCell cell) {
            html.append('<').append(tag).append(alignment(cell)).append('>');
            inlines.write(cell, cell.getText().getStartOffset(), cell.getText().getEndOffset());
            html.append("</").append(tag).append(">\n");
        }
    }

    private static String alignment(TableCell cell) {
        return cell.getAlignment() == null
                ? ""
                : " style=\"text-align:" + cell.getAlignment().name().toLowerCase(Locale.ROOT) + "\"";
    }
}
