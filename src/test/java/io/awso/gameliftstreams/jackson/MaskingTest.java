package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonAppend;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.dataformat.xml.XmlMapper;

/** Whatever keeps a secret out of what a mapper writes without the module keeps it out with the module. */
final class MaskingTest {
    private static final List<Supplier<MapperBuilder<?, ?>>> FORMATS = List.of(JsonMapper::builder, XmlMapper::builder);
    private static final String SECRET = "s3cr3t";
    private static final CreateStreamSessionConnectionOutput OUTPUT = output(SECRET + "\r\n");
    private static final CreateStreamSessionConnectionError ERROR = error("ConflictException", SECRET);

    private static final Set<String> MEMBERS = Set.of("SignalResponse", "Message");

    /** A way to keep members out; it concerns the signal response, the message, or both. */
    private record Mask(String name, Consumer<MapperBuilder<?, ?>> settings, Object... documents) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Mask mixIn(Class<?> mixIn) {
        return mixIn(mixIn, builder -> {});
    }

    private static Mask mixInOnOutput(Class<?> mixIn) {
        return new Mask(
                mixIn.getSimpleName(),
                builder -> builder.addMixIn(CreateStreamSessionConnectionOutput.class, mixIn),
                anywhere(OUTPUT));
    }

    private static Mask mixIn(Class<?> mixIn, Consumer<MapperBuilder<?, ?>> settings) {
        return new Mask(
                mixIn.getSimpleName(),
                builder -> {
                    builder.addMixIn(CreateStreamSessionConnectionOutput.class, mixIn);
                    builder.addMixIn(CreateStreamSessionConnectionError.class, mixIn);
                    settings.accept(builder);
                },
                anywhere(OUTPUT, ERROR, new Typed(OUTPUT, ERROR, List.of(OUTPUT), Map.of("a", ERROR))));
    }

    /** Returns documents with a value as the root, as a property, in a list and in a map. */
    private static Object[] anywhere(Object... values) {
        List<Object> documents = new ArrayList<>();
        for (Object value : values) {
            documents.addAll(List.of(value, new Property(value), List.of(value), Map.of("a", value)));
        }
        return documents.toArray();
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

    private interface NoView {}

    private interface UsingStars {
        @JsonSerialize(using = Stars.class)
        Optional<String> signalResponse();

        @JsonSerialize(using = Stars.class)
        Optional<String> message();
    }

    private interface ContentUsingStars {
        @JsonSerialize(contentUsing = Stars.class)
        Optional<String> signalResponse();

        @JsonSerialize(contentUsing = Stars.class)
        Optional<String> message();
    }

    @JsonSerialize(using = Stars.class)
    private interface TypeUsingStars {}

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

    private interface RenamedAndIgnored {
        @JsonProperty("secret")
        Optional<String> signalResponse();

        @JsonProperty("secret")
        Optional<String> message();
    }

    record IgnoringProperties(
            @JsonIgnoreProperties({"SignalResponse", "Message"})
            Object value,

            @JsonIgnoreProperties("SignalResponse") CreateStreamSessionConnectionOutput answer,
            @JsonIgnoreProperties("SignalResponse") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIgnoreProperties("Message") CreateStreamSessionConnectionError error,
            @JsonIgnoreProperties("Message") Map<String, ConflictException> errors) {}

    record IncludingProperties(
            @JsonIncludeProperties("__type") CreateStreamSessionConnectionOutput answer,
            @JsonIncludeProperties("__type") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIncludeProperties("__type") CreateStreamSessionConnectionError error) {}

    record Filtering(
            @JsonFilter("masked") CreateStreamSessionConnectionOutput answer,
            @JsonFilter("masked") CreateStreamSessionConnectionError error) {}

    record Viewing(
            @JsonView(Internal.class) CreateStreamSessionConnectionOutput answer,
            @JsonView(Internal.class) CreateStreamSessionConnectionError error) {}

    record WritingOnly(
            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
            CreateStreamSessionConnectionOutput answer,

            @JsonIgnore CreateStreamSessionConnectionError error) {}

    record UsingStarsInProperty(
            @JsonSerialize(using = Stars.class) CreateStreamSessionConnectionOutput answer,
            @JsonSerialize(contentUsing = Stars.class) List<CreateStreamSessionConnectionOutput> answers) {}

    @JsonIgnoreType
    private interface IgnoreType {}

    private static void masking(MapperBuilder<?, ?> builder) {
        builder.filterProvider(new SimpleFilterProvider()
                .addFilter("masked", SimpleBeanPropertyFilter.serializeAllExcept("SignalResponse", "Message")));
    }

    static List<Mask> masks() {
        ConflictException conflict = (ConflictException) ERROR;
        return List.of(
                mixIn(Ignore.class),
                mixIn(IgnoreProperties.class),
                mixIn(IncludeProperties.class),
                mixIn(WriteOnly.class),
                mixIn(Filter.class, MaskingTest::masking),
                mixIn(View.class, builder -> builder.defaultSerializationView(Audit.class)),
                mixIn(ViewOfType.class, builder -> builder.defaultSerializationView(Audit.class)),
                mixIn(
                        NoView.class,
                        builder -> builder.defaultSerializationView(Audit.class)
                                .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)),
                mixIn(UsingStars.class),
                mixIn(ContentUsingStars.class),
                mixIn(TypeUsingStars.class),
                mixInOnOutput(Value.class),
                mixIn(Include.class),
                new Mask(
                        "a config override",
                        builder -> {
                            for (Class<?> type :
                                    List.of(CreateStreamSessionConnectionOutput.class, ConflictException.class)) {
                                builder.withConfigOverride(
                                        type,
                                        override ->
                                                override.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties(
                                                        "SignalResponse", "Message")));
                            }
                        },
                        anywhere(OUTPUT, ERROR)),
                new Mask(
                        "a config override of inclusion",
                        builder -> {
                            for (Class<?> type :
                                    List.of(CreateStreamSessionConnectionOutput.class, ConflictException.class)) {
                                builder.withConfigOverride(
                                        type,
                                        override -> override.setInclude(JsonInclude.Value.construct(
                                                JsonInclude.Include.CUSTOM, null, HidesAll.class, null)));
                            }
                        },
                        anywhere(OUTPUT, ERROR)),
                new Mask(
                        "a default inclusion",
                        builder -> builder.changeDefaultPropertyInclusion(before ->
                                JsonInclude.Value.construct(JsonInclude.Include.CUSTOM, null, HidesAll.class, null)),
                        anywhere(OUTPUT, ERROR)),
                new Mask(
                        "a serializer for strings",
                        builder -> builder.addModule(new SimpleModule().addSerializer(String.class, new Stars())),
                        anywhere(OUTPUT)),
                new Mask(
                        "serializers for the types",
                        builder -> builder.addModule(new SimpleModule()
                                .addSerializer(CreateStreamSessionConnectionOutput.class, new Stars())
                                .addSerializer(CreateStreamSessionConnectionError.class, new Stars())),
                        anywhere(OUTPUT, ERROR)),
                new Mask(
                        "a modifier",
                        builder -> builder.addModule(new SimpleModule().setSerializerModifier(new NoMembers())),
                        anywhere(OUTPUT, ERROR)),
                new Mask(
                        "properties that ignore",
                        builder -> {},
                        new IgnoringProperties(OUTPUT, OUTPUT, List.of(OUTPUT), ERROR, Map.of("a", conflict)),
                        new IgnoringProperties(ERROR, OUTPUT, List.of(OUTPUT), ERROR, Map.of("a", conflict))),
                new Mask(
                        "properties that include",
                        builder -> {},
                        new IncludingProperties(OUTPUT, List.of(OUTPUT), ERROR)),
                new Mask("properties with a filter", MaskingTest::masking, new Filtering(OUTPUT, ERROR)),
                new Mask(
                        "properties with a view",
                        builder -> builder.defaultSerializationView(Audit.class),
                        new Viewing(OUTPUT, ERROR)),
                new Mask("properties that are not written", builder -> {}, new WritingOnly(OUTPUT, ERROR)),
                new Mask(
                        "properties with a serializer",
                        builder -> {},
                        new UsingStarsInProperty(OUTPUT, List.of(OUTPUT))),
                new Mask(
                        "an ignored type",
                        builder -> builder.addMixIn(CreateStreamSessionConnectionOutput.class, IgnoreType.class)
                                .addMixIn(CreateStreamSessionConnectionError.class, IgnoreType.class),
                        new Typed(OUTPUT, null, null, null)));
    }

    static Stream<Arguments> masksInEachFormat() {
        return masks().stream().flatMap(mask -> FORMATS.stream().map(format -> Arguments.of(mask, format)));
    }

    @ParameterizedTest
    @MethodSource("masksInEachFormat")
    void whatIsMaskedWithoutTheModuleIsMaskedWithIt(Mask mask, Supplier<MapperBuilder<?, ?>> format) {
        MapperBuilder<?, ?> without = format.get();
        mask.settings().accept(without);
        MapperBuilder<?, ?> first = format.get().addModule(new GameLiftStreamsModule());
        mask.settings().accept(first);
        MapperBuilder<?, ?> last = format.get();
        mask.settings().accept(last);
        last.addModule(new GameLiftStreamsModule());

        for (MapperBuilder<?, ?> builder : List.of(without, first, last)) {
            ObjectMapper mapper = builder.build();
            for (Object document : mask.documents()) {
                assertThat(mapper.writeValueAsString(document)).doesNotContain(SECRET);
            }
        }
    }

    @Test
    void withoutAMaskEveryDocumentHoldsTheSecret() {
        for (Supplier<MapperBuilder<?, ?>> format : FORMATS) {
            ObjectMapper mapper =
                    format.get().addModule(new GameLiftStreamsModule()).build();
            for (Object document : anywhere(OUTPUT, ERROR)) {
                assertThat(mapper.writeValueAsString(document)).contains(SECRET);
            }
        }
    }

    @JsonAppend(attrs = @JsonAppend.Attr("more"))
    private interface Append {}

    private static final class UpperCase extends PropertyNamingStrategies.NamingBase {
        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String name) {
            return name.toUpperCase(Locale.ROOT);
        }
    }

    /** Otherwise they would be written, and not be read. */
    @Test
    void otherMembersAreRejected() {
        for (Supplier<MapperBuilder<?, ?>> format : FORMATS) {
            assertRejected(
                    format.get().addMixIn(CreateStreamSessionConnectionOutput.class, RenamedAndIgnored.class),
                    "secret");
            assertRejected(format.get().addMixIn(CreateStreamSessionConnectionOutput.class, Append.class), "more");
            assertRejected(
                    format.get()
                            .enable(MapperFeature.ALLOW_EXPLICIT_PROPERTY_RENAMING)
                            .propertyNamingStrategy(new UpperCase()),
                    "SIGNALRESPONSE");
            assertRejected(format.get().disable(MapperFeature.USE_ANNOTATIONS), "signalResponse");
        }
    }

    private static void assertRejected(MapperBuilder<?, ?> builder, String member) {
        ObjectMapper mapper = builder.addModule(new GameLiftStreamsModule()).build();

        for (Object document : anywhere(OUTPUT)) {
            assertThatThrownBy(() -> mapper.writeValueAsString(document))
                    .isInstanceOf(DatabindException.class)
                    .hasMessageContaining("cannot write " + member)
                    .hasMessageNotContaining(SECRET);
        }
    }

    private static final class Number extends StdSerializer<Object> {
        Number() {
            super(Object.class);
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(1);
        }
    }

    private interface UsingNumber {
        @JsonSerialize(using = Number.class)
        Optional<String> signalResponse();
    }

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    private interface AsArray {}

    /** The codec's form has no place for them. */
    @ParameterizedTest
    @ValueSource(classes = {UsingNumber.class, AsArray.class})
    void xmlRejectsWhatHasNoText(Class<?> mixIn) {
        XmlMapper mapper = XmlMapper.builder()
                .addMixIn(CreateStreamSessionConnectionOutput.class, mixIn)
                .addModule(new GameLiftStreamsModule())
                .build();

        for (Object document : anywhere(OUTPUT)) {
            assertThatThrownBy(() -> mapper.writeValueAsString(document))
                    .isInstanceOf(DatabindException.class)
                    .hasMessageContaining("XML: CreateStreamSessionConnectionOutput must ")
                    .hasMessageNotContaining(SECRET);
        }
    }

    /** XML has an error's code in two elements, and leaves out both. */
    @Test
    void codeCanBeLeftOut() {
        Property property = new Property(ERROR);
        for (Supplier<MapperBuilder<?, ?>> format : FORMATS) {
            String written = format.get()
                    .addModule(new GameLiftStreamsModule())
                    .addMixIn(ConflictException.class, IgnoreCode.class)
                    .build()
                    .writeValueAsString(property);

            assertThat(written)
                    .isIn(
                            "{\"value\":{\"Message\":\"s3cr3t\"}}",
                            "<Property><value><Error><Message>s3cr3t</Message></Error></value></Property>");
        }
    }

    @JsonIgnoreProperties("__type")
    private interface IgnoreCode {}
}
