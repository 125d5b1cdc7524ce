package app.lookback.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docs/openapi.yaml says, as far as our answers can be held against it: names of fields, and what is in lists. */
final class Described {

    private final JsonNode all = new YAMLMapper().readTree(Path.of("../docs/openapi.yaml"));

    /** The paths that can be read, with these values in the places of their parameters, and the schemas of their answers. */
    Map<String, JsonNode> answers(Map<String, String> values) {
        var answers = new LinkedHashMap<String, JsonNode>();
        all.path("paths").properties().forEach(path -> {
            var content = path.getValue().at("/get/responses/200/content/application~1json/schema");
            if (!content.isMissingNode()) {
                var address = path.getKey();
                for (var value : values.entrySet()) {
                    address = address.replace("{" + value.getKey() + "}", value.getValue());
                }
                answers.put(address, content);
            }
        });
        return answers;
    }

    /** Where the answer is not as described; empty if it is. */
    List<String> differences(JsonNode answer, JsonNode schema) {
        var differences = new ArrayList<String>();
        compare("", answer, schema, differences);
        return differences;
    }

    private void compare(String place, JsonNode answer, JsonNode schema, List<String> differences) {
        var reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            compare(place, answer, all.at(reference.substring(1)), differences);
        } else if (schema.has("oneOf")) {
            boolean fits = schema.path("oneOf")
                    .valueStream()
                    .anyMatch(one -> differences(answer, one).isEmpty());
            if (!fits) {
                differences.add(place + " is none of what it may be: " + answer);
            }
        } else if (schema.has("required")) {
            compareFields(place, answer, schema, differences);
        } else if (schema.path("type").asString("").equals("array") && !answer.isArray()) {
            differences.add(place + " is no list: " + answer);
        } else if (schema.has("items")) {
            answer.forEach(item -> compare(place + "/*", item, schema.path("items"), differences));
        } else if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(one -> one.equals(answer))) {
            differences.add(place + " is not one of its words: " + answer);
        }
    }

    private void compareFields(String place, JsonNode answer, JsonNode schema, List<String> differences) {
        var said = new TreeSet<String>();
        schema.path("required").forEach(name -> said.add(name.asString()));
        var found = new TreeSet<>(answer.propertyNames());
        if (!found.equals(said)) {
            differences.add(place + " has " + found + ", not " + said);
        }
        schema.path("properties")
                .properties()
                .forEach(field -> compare(
                        place + "/" + field.getKey(), answer.path(field.getKey()), field.getValue(), differences));
    }
}
