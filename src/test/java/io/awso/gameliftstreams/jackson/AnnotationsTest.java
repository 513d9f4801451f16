package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModuleTest.Answer;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModuleTest.Problem;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonAppend;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.ser.std.StdSerializer;

/** What annotations and settings change in what is read and written. {@link MaskingTest} has those that keep secrets. */
final class AnnotationsTest {
    private static final Class<CreateStreamSessionConnectionOutput> OUTPUT = CreateStreamSessionConnectionOutput.class;
    private static final Class<CreateStreamSessionConnectionError> ERROR = CreateStreamSessionConnectionError.class;

    record Everything(
            @JsonIgnoreProperties("Other") CreateStreamSessionConnectionOutput answer,
            @JsonIncludeProperties({"__type", "Message"}) CreateStreamSessionConnectionError error,
            @JsonIncludeProperties("SignalResponse") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIgnoreProperties("Other") List<CreateStreamSessionConnectionError> errors) {}

    record Ignoring(
            @JsonIgnoreProperties("SignalResponse") CreateStreamSessionConnectionOutput answer,
            @JsonIgnoreProperties("Message") CreateStreamSessionConnectionError error,
            @JsonIgnoreProperties("SignalResponse") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIgnoreProperties("Message") List<CreateStreamSessionConnectionError> errors) {}

    record Including(
            @JsonIncludeProperties("Other") CreateStreamSessionConnectionOutput answer,
            @JsonIncludeProperties("__type") CreateStreamSessionConnectionError error,
            @JsonIncludeProperties("Other") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIncludeProperties("__type") List<CreateStreamSessionConnectionError> errors) {}

    private static final Everything EVERYTHING = new Everything(
            output("s3cr3t"),
            error("Odd", "s3cr3t"),
            List.of(output("s3cr3t\r")),
            List.of(error("ConflictException", "s3cr3t")));

    @ParameterizedTest
    @EnumSource
    void membersThatAPropertyLeavesOutAreNotRead(Mapper format) {
        String document = format.mapper().writeValueAsString(EVERYTHING);
        List<CreateStreamSessionConnectionOutput> answers = List.of(output(null));
        List<CreateStreamSessionConnectionError> errors = List.of(error("ConflictException", null));

        assertThat(format.mapper().readValue(document, Everything.class)).isEqualTo(EVERYTHING);
        assertThat(format.mapper().readValue(document, Ignoring.class))
                .isEqualTo(new Ignoring(output(null), error("Odd", null), answers, errors));
        assertThat(format.mapper().readValue(document, Including.class))
                .isEqualTo(new Including(output(null), error("Odd", null), answers, errors));
    }

    /** They may have any type and be given twice, and the message may have one of its other names. */
    @Test
    void membersThatAPropertyLeavesOutAreNotChecked() {
        String json = "{'answer':{'SignalResponse':{},'SignalResponse':1},'error':{'code':'Odd','message':'s3cr3t'}}";

        assertThat(Mapper.read(json, Ignoring.class))
                .isEqualTo(new Ignoring(output(null), error("Odd", null), null, null));
    }

    record ReadOnly(
            @JsonIgnoreProperties(value = "SignalResponse", allowSetters = true)
            CreateStreamSessionConnectionOutput answer) {}

    @ParameterizedTest
    @EnumSource
    void aMemberMayBeReadButNotWritten(Mapper format) {
        String document = format.mapper().writeValueAsString(new Answer(output("s3cr3t")));
        ReadOnly read = format.mapper().readValue(document, ReadOnly.class);

        assertThat(read).isEqualTo(new ReadOnly(output("s3cr3t")));
        assertThat(format.mapper().writeValueAsString(read)).doesNotContain("s3cr3t");
    }

    @JsonIgnoreProperties({"SignalResponse", "Message"})
    private interface Private {}

    @JsonIncludeProperties("Other")
    private interface AlsoPrivate {}

    @ParameterizedTest
    @EnumSource
    void membersThatAMixInOrMapperLeavesOutOfATypeAreNotRead(Mapper format) {
        String document = format.mapper().writeValueAsString(EVERYTHING);
        JsonIgnoreProperties.Value ignored = JsonIgnoreProperties.Value.forIgnoredProperties("SignalResponse");

        assertThat(format.builder()
                        .addMixIn(OUTPUT, Private.class)
                        .addMixIn(ERROR, Private.class)
                        .build()
                        .readValue(document, Everything.class))
                .isEqualTo(new Everything(
                        output(null),
                        error("Odd", null),
                        List.of(output(null)),
                        List.of(error("ConflictException", null))));
        for (MapperBuilder<?, ?> builder : List.of(
                format.builder().addMixIn(OUTPUT, AlsoPrivate.class),
                format.builder().withConfigOverride(OUTPUT, type -> type.setIgnorals(ignored)))) {
            assertThat(builder.build().readValue(document, Everything.class).answer())
                    .isEqualTo(output(null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMixInOnOneErrorTypeAppliesToItAlone(Mapper format) {
        ObjectMapper mapper = format.builder()
                .addMixIn(ConflictException.class, Private.class)
                .build();

        assertThat(mapper.writeValueAsString(new Problem(error("ConflictException", "s3cr3t"))))
                .doesNotContain("s3cr3t");
        assertThat(mapper.writeValueAsString(new Problem(error("Odd", "busy")))).contains("busy");
    }

    @JsonIgnoreProperties("__type")
    private interface NoCode {}

    /** XML has an error's code in two elements, and leaves out both. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            JSON | {"error":{"Message":"a"}}
            XML  | <Problem><error><Error><Message>a</Message></Error></error></Problem>
            """)
    void theCodeCanBeLeftOut(Mapper format, String document) {
        assertThat(format.builder()
                        .addMixIn(ConflictException.class, NoCode.class)
                        .build()
                        .writeValueAsString(new Problem(error("ConflictException", "a"))))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @EnumSource
    void absentMembersAreLeftOutWhateverTheDefaultIs(Mapper format) {
        for (JsonInclude.Include include : JsonInclude.Include.values()) {
            if (include != JsonInclude.Include.CUSTOM) {
                ObjectMapper including = format.builder()
                        .changeDefaultPropertyInclusion(value -> value.withValueInclusion(include))
                        .build();

                for (String signalResponse : new String[] {null, ""}) {
                    Answer answer = new Answer(output(signalResponse));
                    assertThat(including.writeValueAsString(answer))
                            .isEqualTo(format.mapper().writeValueAsString(answer));
                }
            }
        }
    }

    private interface Renamed {
        @JsonProperty("secret")
        Optional<String> signalResponse();
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
    @ParameterizedTest
    @EnumSource
    void otherMembersAreRejected(Mapper format) {
        Map<String, MapperBuilder<?, ?>> builders = Map.of(
                "secret",
                format.builder().addMixIn(OUTPUT, Renamed.class),
                "more",
                format.builder().addMixIn(OUTPUT, Append.class),
                "SIGNALRESPONSE",
                format.builder()
                        .enable(MapperFeature.ALLOW_EXPLICIT_PROPERTY_RENAMING)
                        .propertyNamingStrategy(new UpperCase()),
                "signalResponse",
                format.builder().disable(MapperFeature.USE_ANNOTATIONS));

        builders.forEach((member, builder) -> assertNotWritten(builder, "cannot write " + member));
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
        assertNotWritten(
                Mapper.XML.builder().addMixIn(OUTPUT, mixIn), "XML: CreateStreamSessionConnectionOutput must ");
    }

    private static void assertNotWritten(MapperBuilder<?, ?> builder, String message) {
        ObjectMapper mapper = builder.build();
        for (Object document : MaskingTest.anywhere(output("s3cr3t"))) {
            assertThatThrownBy(() -> mapper.writeValueAsString(document))
                    .isInstanceOf(DatabindException.class)
                    .hasMessageContaining(message)
                    .hasMessageNotContaining("s3cr3t");
        }
    }

    record Unwrapped(@JsonUnwrapped CreateStreamSessionConnectionOutput answer, String player) {}

    @ParameterizedTest
    @EnumSource
    void unwrappingIsRejected(Mapper format) {
        String document = format.mapper().writeValueAsString(Map.of("player", "p"));

        assertThatThrownBy(() -> format.mapper().readValue(document, Unwrapped.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
        assertThatThrownBy(() -> Mapper.XML.mapper().writeValueAsString(new Unwrapped(output("s3cr3t"), "p")))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
    }

    @JsonRootName("Problem")
    private interface OwnName {}

    @Test
    void theRootNameOfAMixInTakesPrecedence() {
        ObjectMapper mapper =
                Mapper.XML.builder().addMixIn(ERROR, OwnName.class).build();

        assertThat(mapper.writeValueAsString(error("Odd", null)))
                .isEqualTo("<Problem><Error><Code>Odd</Code></Error></Problem>");
    }

    private interface Alias {
        @JsonAlias("answer")
        Optional<String> signalResponse();
    }

    /** Outputs are read by the codec's rules: other members are skipped, and names are case-sensitive. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"SignalResponse":"v=0","x":1} | v=0
            {"signalresponse":"v=0"}       |
            {"answer":"v=0"}               |
            """)
    void settingsForNamesDoNotApply(String json, String signalResponse) {
        ObjectMapper mapper = Mapper.JSON
                .builder()
                .addMixIn(OUTPUT, Alias.class)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .build();

        assertThat(mapper.readValue(json, OUTPUT)).isEqualTo(output(signalResponse));
    }
}
