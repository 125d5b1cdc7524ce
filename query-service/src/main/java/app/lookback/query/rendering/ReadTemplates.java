package app.lookback.query.rendering;

import app.lookback.query.rendering.TemplateFiles.TemplateFile;
import app.lookback.query.rendering.template.NotUnderstood;
import app.lookback.query.rendering.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest templates, read; threads may share it. */
final class ReadTemplates {

    private static final int MOST = 500;

    /** One of the two is null. */
    record Read(@Nullable Template template, @Nullable NotUnderstood refused) {}

    private final Map<String, Read> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
            return size() > MOST;
        }
    };

    Read of(TemplateFile file) {
        var known = known(file.sha256());
        return known == null ? kept(file.sha256(), read(file.text().get())) : known;
    }

    private static Read read(String text) {
        try {
            return new Read(Template.read(text), null);
        } catch (NotUnderstood refused) {
            return new Read(null, refused);
        }
    }

    private synchronized @Nullable Read known(String sha256) {
        return newest.get(sha256);
    }

    private synchronized Read kept(String sha256, Read read) {
        newest.put(sha256, read);
        return read;
    }
}
