package app.lookback.query.rendering;

import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.parser.LightInlineParser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.regex.Pattern;

/** The box of a task: as in Goldmark wherever it stands in the first paragraph of a list's item. */
final class TaskBox extends Node {

    static final InlineRule RULE = new InlineRule("[", TaskBox::parse);

    private static final Pattern BOX = Pattern.compile("\\[([ \\txX])\\][ \\t]*+");

    private TaskBox(BasedSequence written) {
        super(written);
    }

    boolean isDone() {
        return Character.toLowerCase(getChars().charAt(1)) == 'x';
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    private static boolean parse(LightInlineParser inline) {
        if (inline.peek(2) != ']' || !isInTask(inline.getBlock())) {
            return false;
        }
        var box = inline.match(BOX);
        if (box == null) {
            return false;
        }
        inline.flushTextNode();
        inline.appendNode(new TaskBox(box));
        return true;
    }

    private static boolean isInTask(Node block) {
        return block.getParent() instanceof ListItem item && item.getFirstChild() == block;
    }
}
