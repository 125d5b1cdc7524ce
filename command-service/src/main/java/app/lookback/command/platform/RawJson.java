package app.lookback.command.platform;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** A value as it stands in the text, well-formed, for a reader of its own. */
public final class RawJson extends ValueDeserializer<String> {

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
        var text = (char[]) json.currentTokenLocation().contentReference().getRawContent();
        int from = Math.toIntExact(json.currentTokenLocation().getCharOffset());
        json.skipChildren();
        return new String(text, from, Math.toIntExact(json.currentLocation().getCharOffset()) - from);
    }
}
