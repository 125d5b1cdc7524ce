package app.lookback.contract.log;

import static app.lookback.contract.log.EventName.SOURCE_EDITED;

import app.lookback.contract.ManuscriptEvent.SourceEdited;
import app.lookback.text.ChangeSet;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Writes events as JSON under their {@link EventName}, but edits as {@link StoredEdit}; everything else (snapshots,
 * tokens) as JSON under its class. Edits of version 1 were JSON too.
 */
public final class LogSerializer extends Jackson3Serializer {

    public LogSerializer() {
        super(Jackson3Serializer.builder().jsonMapperBuilderCustomizer(LogSerializer::customize));
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> form) {
        if (object instanceof SourceEdited edit && form == byte[].class) {
            return new SimpleSerializedObject<>(
                    form.cast(StoredEdit.write(edit)), form, typeForClass(object.getClass()));
        }
        return super.serialize(object, form);
    }

    @Override
    @SuppressWarnings("unchecked") // the type of an edit is an edit
    public <S, T> T deserialize(SerializedObject<S> stored) {
        var type = stored.getType();
        if (type.getName().equals(SOURCE_EDITED.text())
                && SOURCE_EDITED.version().equals(type.getRevision())) {
            return (T) edit((byte[]) stored.getData());
        }
        return super.deserialize(stored);
    }

    private static SourceEdited edit(byte[] stored) {
        try {
            return StoredEdit.read(stored);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new SerializationException("An edit in the log cannot be read", unreadable);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as the overridden method declares it
    public SerializedType typeForClass(Class type) {
        if (type == null) {
            return super.typeForClass(null);
        }
        return EventName.of((Class<?>) type)
                .<SerializedType>map(name -> new SimpleSerializedType(name.text(), name.version()))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return EventName.of(type.getName()).<Class<?>>map(EventName::type).orElseGet(() -> super.classForType(type));
    }

    private static void customize(JsonMapper.Builder mapper) {
        mapper.addModule(changes())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                // A replay token names the class of the token that it wraps; nothing but Axon's own is accepted.
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .build());
    }

    /** Lets Jackson read and write a {@link ChangeSet} in CodeMirror's JSON form. */
    public static JacksonModule changes() {
        return new SimpleModule("changes")
                .addSerializer(ChangeSet.class, new ChangesWriter())
                .addDeserializer(ChangeSet.class, new ChangesReader());
    }

    private static final class ChangesWriter extends ValueSerializer<ChangeSet> {
        @Override
        public void serialize(ChangeSet changes, JsonGenerator json, SerializationContext context) {
            json.writeRawValue(changes.toJson());
        }
    }

    private static final class ChangesReader extends ValueDeserializer<ChangeSet> {
        @Override
        public ChangeSet deserialize(JsonParser json, DeserializationContext context) {
            return ChangeSet.parse(context.readTree(json).toString());
        }
    }
}
