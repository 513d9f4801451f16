package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;
import tools.jackson.databind.ser.std.StdSerializer;

/** Whatever keeps a secret out of what a mapper writes without the module keeps it out with the module. */
final class MaskingTest {
    private static final String SECRET = "s3cr3t";
    private static final CreateStreamSessionConnectionOutput OUTPUT = output(SECRET + "\r\n");
    private static final ConflictException ERROR = new ConflictException(Optional.of(SECRET));

    private static final Set<String> MEMBERS = Set.of("SignalResponse", "Message");

    /** A way to keep members out of what a mapper writes of some documents. */
    private record Mask(String name, List<Object> documents, Consumer<MapperBuilder<?, ?>> settings) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Mask mask(String name, Consumer<MapperBuilder<?, ?>> settings) {
        List<Object> documents = new ArrayList<>(anywhere(OUTPUT));
        documents.addAll(anywhere(ERROR));
        documents.add(new Typed(OUTPUT, ERROR, List.of(OUTPUT), Map.of("a", ERROR)));
        return new Mask(name, documents, settings);
    }

    private static Mask mixIn(Class<?> mixIn) {
        return mixIn(mixIn, builder -> {});
    }

    private static Mask mixIn(Class<?> mixIn, Consumer<MapperBuilder<?, ?>> settings) {
        return mask(
                mixIn.getSimpleName(),
                settings.andThen(builder -> builder.addMixIn(CreateStreamSessionConnectionOutput.class, mixIn)
                        .addMixIn(CreateStreamSessionConnectionError.class, mixIn)));
    }

    private static Mask configOverride(String name, Consumer<MutableConfigOverride> override) {
        return mask(
                name,
                builder -> builder.withConfigOverride(CreateStreamSessionConnectionOutput.class, override)
                        .withConfigOverride(ConflictException.class, override));
    }

    /** Returns documents with a value as the root, as a property, in a list and in a map. */
    static List<Object> anywhere(Object value) {
        return List.of(value, new Property(value), List.of(value), Map.of("a", value));
    }

    record Property(Object value) {}

    record Typed(
            CreateStreamSessionConnectionOutput answer,
            CreateStreamSessionConnectionError error,
            List<CreateStreamSessionConnectionOutput> answers,
            Map<String, CreateStreamSessionConnectionError> errors) {}

    private interface Audit {}

    private interface Internal {}

    private static final class Stars extends StdSerializer<Object> {
        Stars() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeString("***");
        }
    }

    private static final class NoMembers extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier description, List<BeanPropertyWriter> members) {
            members.removeIf(member -> MEMBERS.contains(member.getName()));
            return members;
        }
    }

    private static final class HidesAll {
        @Override
        public boolean equals(Object value) {
            return true;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private interface Ignore {
        @JsonIgnore
        Optional<String> signalResponse();

        @JsonIgnore
        Optional<String> message();
    }

    @JsonIgnoreProperties({"SignalResponse", "Message"})
    private interface IgnoreProperties {}

    @JsonIncludeProperties("__type")
    private interface IncludeProperties {}

    private interface WriteOnly {
        @JsonProperty(value = "SignalResponse", access = JsonProperty.Access.WRITE_ONLY)
        Optional<String> signalResponse();

        @JsonProperty(value = "Message", access = JsonProperty.Access.WRITE_ONLY)
        Optional<String> message();
    }

    @JsonFilter("masked")
    private interface Filter {}

    private interface View {
        @JsonView(Internal.class)
        Optional<String> signalResponse();

        @JsonView(Internal.class)
        Optional<String> message();
    }

    @JsonView(Internal.class)
    private interface ViewOfType {}

    private interface UsingStars {
        @JsonSerialize(using = Stars.class)
        Optional<String> signalResponse();

        @JsonSerialize(using = Stars.class)
        Optional<String> message();
    }

    private interface Value {
        @JsonValue
        String toString();
    }

    private interface Include {
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = HidesAll.class)
        Optional<String> signalResponse();

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = HidesAll.class)
        Optional<String> message();
    }

    /** Each property is masked by its own annotation. */
    record Properties(
            @JsonIgnoreProperties({"SignalResponse", "Message"})
            Object ignoring,

            @JsonIgnoreProperties("SignalResponse") CreateStreamSessionConnectionOutput ignoringAnswer,
            @JsonIgnoreProperties("SignalResponse") List<CreateStreamSessionConnectionOutput> ignoringAnswers,
            @JsonIgnoreProperties("Message") CreateStreamSessionConnectionError ignoringError,
            @JsonIgnoreProperties("Message") Map<String, ConflictException> ignoringErrors,
            @JsonIncludeProperties("__type") CreateStreamSessionConnectionOutput includingAnswer,
            @JsonIncludeProperties("__type") List<CreateStreamSessionConnectionOutput> includingAnswers,
            @JsonIncludeProperties("__type") CreateStreamSessionConnectionError includingError,
            @JsonFilter("masked") CreateStreamSessionConnectionOutput filteringAnswer,
            @JsonFilter("masked") CreateStreamSessionConnectionError filteringError,
            @JsonView(Internal.class) CreateStreamSessionConnectionOutput viewingAnswer,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            CreateStreamSessionConnectionOutput writeOnlyAnswer,

            @JsonIgnore CreateStreamSessionConnectionError ignoredError) {}

    private static final Properties PROPERTIES = new Properties(
            OUTPUT,
            OUTPUT,
            List.of(OUTPUT),
            ERROR,
            Map.of("a", ERROR),
            OUTPUT,
            List.of(OUTPUT),
            ERROR,
            OUTPUT,
            ERROR,
            OUTPUT,
            OUTPUT,
            ERROR);

    private static void filter(MapperBuilder<?, ?> builder) {
        builder.filterProvider(new SimpleFilterProvider()
                .addFilter("masked", SimpleBeanPropertyFilter.serializeAllExcept("SignalResponse", "Message")));
    }

    /** Keeps members in that have no view. */
    private static void view(MapperBuilder<?, ?> builder) {
        builder.defaultSerializationView(Audit.class).enable(MapperFeature.DEFAULT_VIEW_INCLUSION);
    }

    static Stream<Mask> masks() {
        JsonInclude.Value hidden = JsonInclude.Value.construct(JsonInclude.Include.CUSTOM, null, HidesAll.class, null);
        return Stream.of(
                mixIn(Ignore.class),
                mixIn(IgnoreProperties.class),
                mixIn(IncludeProperties.class),
                mixIn(WriteOnly.class),
                mixIn(Filter.class, MaskingTest::filter),
                mixIn(View.class, MaskingTest::view),
                mixIn(ViewOfType.class, MaskingTest::view),
                mask(
                        "no view",
                        builder -> builder.defaultSerializationView(Audit.class)
                                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)),
                mixIn(UsingStars.class),
                new Mask(
                        "Value",
                        anywhere(OUTPUT),
                        builder -> builder.addMixIn(CreateStreamSessionConnectionOutput.class, Value.class)),
                mixIn(Include.class),
                configOverride(
                        "a config override",
                        type -> type.setIgnorals(
                                JsonIgnoreProperties.Value.forIgnoredProperties("SignalResponse", "Message"))),
                configOverride("a config override of inclusion", type -> type.setInclude(hidden)),
                mask("a default inclusion", builder -> builder.changeDefaultPropertyInclusion(before -> hidden)),
                new Mask(
                        "a serializer for strings",
                        anywhere(OUTPUT),
                        builder -> builder.addModule(new SimpleModule().addSerializer(String.class, new Stars()))),
                mask(
                        "serializers for the types",
                        builder -> builder.addModule(new SimpleModule()
                                .addSerializer(CreateStreamSessionConnectionOutput.class, new Stars())
                                .addSerializer(CreateStreamSessionConnectionError.class, new Stars()))),
                mask(
                        "a modifier",
                        builder -> builder.addModule(new SimpleModule().setSerializerModifier(new NoMembers()))),
                new Mask("properties", List.of(PROPERTIES), builder -> {
                    filter(builder);
                    view(builder);
                }));
    }

    static Stream<Arguments> masksInEachFormat() {
        return masks().flatMap(mask -> Stream.of(Mapper.values()).map(format -> Arguments.of(mask, format)));
    }

    @ParameterizedTest
    @MethodSource("masksInEachFormat")
    void whatIsMaskedWithoutTheModuleIsMaskedWithIt(Mask mask, Mapper format) {
        MapperBuilder<?, ?> without = format.bare();
        MapperBuilder<?, ?> moduleLast = format.bare();
        MapperBuilder<?, ?> moduleFirst = format.builder();
        List<MapperBuilder<?, ?>> builders = List.of(without, moduleLast, moduleFirst);
        builders.forEach(mask.settings());
        moduleLast.addModule(new GameLiftStreamsModule());

        for (MapperBuilder<?, ?> builder : builders) {
            ObjectMapper mapper = builder.build();
            for (Object document : mask.documents()) {
                assertThat(mapper.writeValueAsString(document)).doesNotContain(SECRET);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAMaskEveryDocumentHoldsTheSecret(Mapper format) {
        for (Object document : mask("none", builder -> {}).documents()) {
            assertThat(format.mapper().writeValueAsString(document)).contains(SECRET);
        }
    }
}
