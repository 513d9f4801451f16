package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.ThrottlingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlCData;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;

/** The types in documents of mappers that other people configure. */
final class GameLiftStreamsModuleTest {
    record Attempt(
            String player,
            CreateStreamSessionConnectionOutput answer,
            CreateStreamSessionConnectionError error,
            List<CreateStreamSessionConnectionOutput> answers,
            Map<String, CreateStreamSessionConnectionError> errors) {}

    private static final Attempt ATTEMPT = new Attempt(
            "1",
            output("v=0\r\n"),
            error("Odd", null),
            List.of(output(null)),
            Map.of("a", error("ConflictException", "b")));

    record Answer(CreateStreamSessionConnectionOutput answer) {}

    record Problem(CreateStreamSessionConnectionError error) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Connected.class, name = "connected"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    sealed interface Event {}

    record Connected(CreateStreamSessionConnectionOutput answer) implements Event {}

    record Failed(CreateStreamSessionConnectionError error) implements Event {}

    record Anything(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "type")
            Object inside,

            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.WRAPPER_OBJECT)
            Object around) {}

    static List<CreateStreamSessionConnectionOutput> outputs() {
        return List.of(
                output(null),
                output(""),
                output(" \r\n\t"),
                output("v=0\r\n<&>\"]]>"),
                output("<&".repeat(100_000)),
                output("é\u0085\u2028\uD83C\uDFAE"),
                output(RealAnswers.AUDIO_VIDEO.signalResponse()),
                output(RealAnswers.DATA_CHANNEL.signalResponse()));
    }

    @ParameterizedTest
    @EnumSource
    void bothTypesRoundTripAnywhereInADocument(Mapper mapper) {
        for (CreateStreamSessionConnectionOutput output : outputs()) {
            for (CreateStreamSessionConnectionError error :
                    List.of(error("ConflictException", "busy\r\n"), error("Odd", ""), error("Odd", null))) {
                Attempt attempt = new Attempt(
                        "1", output, error, List.of(output, output(null), output), Map.of("a", error, "b", error));

                assertThat(mapper.pass(attempt, Attempt.class)).isEqualTo(attempt);
                assertThat(mapper.pass(output, CreateStreamSessionConnectionOutput.class))
                        .isEqualTo(output);
                assertThat(mapper.pass(error, CreateStreamSessionConnectionError.class))
                        .isEqualTo(error);
                assertThat(mapper.pass(new Connected(output), Event.class)).isEqualTo(new Connected(output));
                assertThat(mapper.pass(new Failed(error), Event.class)).isEqualTo(new Failed(error));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void typeIdsMayBeInsideAndAroundAValue(Mapper mapper) {
        for (Anything anything : List.of(
                new Anything(output("v=0\r\n"), output("v=0\r\n")),
                new Anything(output(null), output(null)),
                new Anything(error("ConflictException", "busy"), error("ThrottlingException", null)))) {
            assertThat(mapper.pass(anything, Anything.class)).isEqualTo(anything);
        }
    }

    /** As frameworks such as Spark and Flink do, which send mappers to other machines. */
    @ParameterizedTest
    @EnumSource
    void mapperWithTheModuleGoesThroughJavaSerialization(Mapper format) throws Exception {
        ObjectMapper mapper =
                format.bare().addModule(new GameLiftStreamsModule()).build();
        String document = mapper.writeValueAsString(ATTEMPT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(mapper);
        }
        ObjectMapper received;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            received = (ObjectMapper) in.readObject();
        }

        assertThat(received.writeValueAsString(ATTEMPT)).isEqualTo(document);
        assertThat(received.readValue(document, Attempt.class)).isEqualTo(ATTEMPT);
    }

    @ParameterizedTest
    @EnumSource
    void schemaVisitorSeesObjects(Mapper mapper) {
        for (Class<?> type : List.of(CreateStreamSessionConnectionOutput.class, ConflictException.class)) {
            List<String> members = new ArrayList<>();
            mapper.mapper().acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {
                @Override
                public JsonObjectFormatVisitor expectObjectFormat(JavaType object) {
                    return new JsonObjectFormatVisitor.Base(getContext()) {
                        @Override
                        public void optionalProperty(BeanProperty member) {
                            members.add(member.getName());
                        }
                    };
                }
            });

            assertThat(members)
                    .isEqualTo(
                            type == ConflictException.class ? List.of("__type", "Message") : List.of("SignalResponse"));
        }
    }

    @Test
    void moduleIsFoundOnTheClassPath() {
        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();

        assertThat(mapper.registeredModules())
                .extracting(JacksonModule::getModuleName)
                .contains("GameLiftStreamsModule");
        assertThat(mapper.writeValueAsString(error("ConflictException", "a")))
                .isEqualTo("{\"__type\":\"ConflictException\",\"Message\":\"a\"}");
    }

    @Test
    void membersHaveTheFormOfTheCodec() {
        assertThat(Mapper.JSON.mapper().writeValueAsString(ATTEMPT))
                .isEqualTo(
                        "{\"player\":\"1\",\"answer\":{\"SignalResponse\":\"v=0\\r\\n\"},\"error\":{\"__type\":\"Odd\"},"
                                + "\"answers\":[{}],\"errors\":{\"a\":{\"__type\":\"ConflictException\",\"Message\":\"b\"}}}");
        assertThat(Mapper.XML.mapper().writeValueAsString(ATTEMPT))
                .isEqualTo(
                        "<Attempt><player>1</player><answer><SignalResponse>v=0&#xd;\n</SignalResponse></answer>"
                                + "<error><Error><Code>Odd</Code></Error></error><answers><answers/></answers><errors><a><Error>"
                                + "<Type>Sender</Type><Code>ConflictException</Code><Message>b</Message></Error></a></errors></Attempt>");
    }

    @Test
    void xmlRootsAreThoseOfTheCodec() {
        for (CreateStreamSessionConnectionOutput output : outputs()) {
            assertThat(CreateStreamSessionConnectionCodec.xml()
                            .decodeOutput(Mapper.XML.mapper().writeValueAsBytes(output)))
                    .isEqualTo(output);
        }
        for (CreateStreamSessionConnectionError error :
                List.of(error("ThrottlingException", "a\r\n"), error("Odd", null))) {
            assertThat(Mapper.XML.mapper().writeValueAsString(error))
                    .isEqualTo(CreateStreamSessionConnectionCodec.xml().encodeToString(error));
        }
    }

    @Test
    void treesAreReadAndWritten() {
        JsonNode tree = Mapper.JSON.mapper().valueToTree(new Connected(output("v=0\r\n")));

        assertThat(tree.toString()).isEqualTo("{\"kind\":\"connected\",\"answer\":{\"SignalResponse\":\"v=0\\r\\n\"}}");
        assertThat(Mapper.JSON.mapper().treeToValue(tree, Event.class)).isEqualTo(new Connected(output("v=0\r\n")));
        assertThat(Mapper.JSON.mapper().convertValue(Map.of("error", Map.of("code", "Odd")), Problem.class))
                .isEqualTo(new Problem(error("Odd", null)));
    }

    @Test
    void wrappedRootsRoundTripInJson() {
        ObjectMapper wrapping = Mapper.JSON
                .mapper()
                .rebuild()
                .enable(SerializationFeature.WRAP_ROOT_VALUE)
                .enable(DeserializationFeature.UNWRAP_ROOT_VALUE)
                .build();
        CreateStreamSessionConnectionError error = error("ThrottlingException", "slow");
        String json = wrapping.writeValueAsString(error);

        assertThat(json)
                .isEqualTo("{\"CreateStreamSessionConnectionError\":"
                        + "{\"__type\":\"ThrottlingException\",\"Message\":\"slow\"}}");
        assertThat(wrapping.readValue(json, CreateStreamSessionConnectionError.class))
                .isEqualTo(error);
        assertThat(wrapping.readValue(json, ThrottlingException.class)).isEqualTo(error);
        assertThat(wrapping.readValue(
                        wrapping.writeValueAsString(output("v=0")), CreateStreamSessionConnectionOutput.class))
                .isEqualTo(output("v=0"));
    }

    record Annotated(
            @JacksonXmlCData CreateStreamSessionConnectionOutput answer,
            @JacksonXmlProperty(isAttribute = true) CreateStreamSessionConnectionError error,
            String player) {}

    /** A CR in CDATA or in what such a writer writes would be read as LF (XML 1.0, section 2.11). */
    @Test
    void carriageReturnsSurviveEveryWayToWriteXml() throws Exception {
        Annotated annotated = new Annotated(output("v=0\r\n]]>\r"), error("ConflictException", "\rbusy"), "p");
        XMLOutputFactory escapingNothing = new WstxOutputFactory();
        escapingNothing.setProperty("org.codehaus.stax2.automaticEmptyElements", false);
        escapingNothing.setProperty(WstxOutputProperties.P_OUTPUT_ESCAPE_CR, false);
        for (XMLOutputFactory factory :
                List.of(new WstxOutputFactory(), escapingNothing, XMLOutputFactory.newDefaultFactory())) {
            StringWriter xml = new StringWriter();
            XmlMapper mapper = (XmlMapper) Mapper.XML.mapper();
            XMLStreamWriter writer = factory.createXMLStreamWriter(xml);
            mapper.writeValue(writer, annotated);
            writer.flush();

            assertThat(mapper.readValue(xml.toString(), Annotated.class)).isEqualTo(annotated);
        }
        assertThat(Mapper.XML.pass(annotated, Annotated.class)).isEqualTo(annotated);
    }

    /** RFC 8259, section 8.2; as bytes a lone surrogate is an escape. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\uD800", "\uDC00\uD800", "\uFFFE"})
    void jsonCarriesEveryString(String value) {
        assertThat(Mapper.JSON.pass(new Answer(output(value)), Answer.class)).isEqualTo(new Answer(output(value)));
    }

    @Test
    void withoutTheModuleOutputsHaveTheSameNames() {
        JsonMapper bare = new JsonMapper();

        for (CreateStreamSessionConnectionOutput output : outputs()) {
            String json = bare.writeValueAsString(output);

            assertThat(json).startsWith("{\"SignalResponse\":");
            assertThat(bare.readValue(json, CreateStreamSessionConnectionOutput.class))
                    .isEqualTo(output);
            assertThat(Mapper.JSON.mapper().readValue(json, CreateStreamSessionConnectionOutput.class))
                    .isEqualTo(output);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessDeniedException",
                "ConflictException",
                "InternalServerException",
                "ResourceNotFoundException",
                "ThrottlingException",
                "ValidationException",
                "Odd",
            })
    void withoutTheModuleEachErrorReadsWhatItWrote(String code) {
        JsonMapper bare = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        for (String message : new String[] {"busy\r\n", "", null}) {
            CreateStreamSessionConnectionError error = error(code, message);
            String json = bare.writeValueAsString(error);

            assertThat(bare.readTree(json).propertyNames()).containsExactly("__type", "Message");
            assertThat(bare.readValue(json, error.getClass())).isEqualTo(error);
            assertThat(Mapper.JSON.mapper().readValue(json, error.getClass())).isEqualTo(error);
        }
        assertThatThrownBy(() -> bare.readValue("{\"error\":{\"code\":\"Odd\"}}", Problem.class))
                .isInstanceOf(InvalidDefinitionException.class);
    }
}
