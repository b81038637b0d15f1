package dev.smokerunner.saved;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.smokerunner.observation.Awaited;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.TextMapping;
import dev.smokerunner.serving.Target;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How observations become JSON and are read again: records by their components, closed kinds by their names. What is large, or
 * the same for many pages, stands in a file of its own.
 */
final class ObservationMapper {
    /** Closed kinds of facts and states; each needs its name, since several records may look alike. */
    private static final List<Class<?>> CLOSED =
            List.of(Captured.class, MessageFact.class, Awaited.class, Target.class);

    private ObservationMapper() {}

    /**
     * Writes and reads, with the large parts in these files.
     *
     * @param masked takes secrets out of each text that is written
     */
    static JsonMapper of(Parts files, UnaryOperator<String> masked) {
        JsonMapper small = builder(files, masked).build();
        SimpleModule site = new SimpleModule("site");
        site.addSerializer(SiteObservation.class, writing((value, out) -> {
            byte[] json = small.writeValueAsBytes(value);
            out.writePOJO(new Part(files.keep(json)));
        }));
        site.addDeserializer(
                SiteObservation.class,
                reading(Part.class, part -> small.readValue(files.read(part.file()), SiteObservation.class)));
        return builder(files, masked).addModule(site).build();
    }

    private static JsonMapper.Builder builder(Parts files, UnaryOperator<String> masked) {
        JsonMapper.Builder builder = JsonMapper.builder()
                .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .addModule(texts(masked))
                .addModule(parts(files, masked));
        CLOSED.forEach(kind -> builder.addMixIn(kind, ByName.class));
        return builder;
    }

    private static JacksonModule texts(UnaryOperator<String> masked) {
        TextMapping mapping = new TextMapping(masked);
        SimpleModule module = new SimpleModule("texts");
        module.addSerializer(String.class, writing((value, out) -> out.writeString(mapping.of(value))));
        module.addSerializer(
                URI.class,
                writing((value, out) -> out.writeString(mapping.of(value).toString())));
        module.addSerializer(Path.class, writing((value, out) -> out.writeString(mapping.of(value.toString()))));
        module.addKeySerializer(String.class, writing((value, out) -> out.writeName(mapping.of(value))));
        module.addKeySerializer(
                URI.class,
                writing((value, out) -> out.writeName(mapping.of(value).toString())));
        module.addDeserializer(Path.class, reading(String.class, Path::of));
        return module;
    }

    private static JacksonModule parts(Parts files, UnaryOperator<String> masked) {
        SimpleModule module = new SimpleModule("parts");
        module.addSerializer(Body.class, writing((body, out) -> out.writePOJO(StoredBody.of(body, masked, files))));
        module.addDeserializer(Body.class, reading(StoredBody.class, stored -> stored.body(files)));
        module.addSerializer(
                Screenshot.class, writing((picture, out) -> out.writePOJO(new Part(files.keep(picture.png())))));
        module.addDeserializer(Screenshot.class, reading(Part.class, part -> new Screenshot(files.read(part.file()))));
        return module;
    }

    private static <T> ValueSerializer<T> writing(BiConsumer<T, JsonGenerator> writing) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                writing.accept(value, out);
            }
        };
    }

    private static <S, T> ValueDeserializer<T> reading(Class<S> stored, Function<S, T> reading) {
        return new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return reading.apply(context.readValue(in, stored));
            }
        };
    }

    /** What stands in a file of its own. */
    record Part(String file) {}

    /** Marks a closed kind. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface ByName {}
}
