package app.lookback.command.media;

import java.util.List;
import java.util.Set;

/** What the items of a file are (ISO/IEC 14496-12, 8.11.6). */
final class ItemInfos {

    private ItemInfos() {}

    /** The numbers of the items of these types, and of those that say nothing of their type. */
    static List<Long> in(Box infos, Set<String> types) {
        int version = infos.file().get(infos.body());
        return infos.inside(version == 0 ? 6 : 8)
                .filter(box -> box.is("infe") && types.contains(typeOf(box)))
                .map(ItemInfos::idOf)
                .toList();
    }

    private static String typeOf(Box info) {
        return switch (info.file().get(info.body())) {
            case 2 -> Box.text(info.file(), info.body() + 8);
            case 3 -> Box.text(info.file(), info.body() + 10);
            default -> "mime";
        };
    }

    private static long idOf(Box info) {
        return info.file().get(info.body()) == 3
                ? info.file().getInt(info.body() + 4) & 0xffffffffL
                : info.file().getShort(info.body() + 4) & 0xffffL;
    }
}
