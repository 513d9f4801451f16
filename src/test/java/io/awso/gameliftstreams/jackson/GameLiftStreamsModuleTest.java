package io.awso.gameliftstreams.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.ThrottlingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlCData;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;

/** The types in documents of mappers that other people configure; the mappers quote sources wherever they can. */
final class GameLiftStreamsModuleTest {
    enum Mapper {
        JSON(JsonMapper.builder()),
        XML(XmlMapper.builder());

        private final ObjectMapper mapper;

        Mapper(MapperBuilder<?, ?> builder) {
            builder.addModule(new GameLiftStreamsModule());
            builder.enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
            builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                    .allowIfSubType("io.awso.gameliftstreams.model.")
                    .build());
            this.mapper = builder.build();
        }

        <T> T pass(T document, Class<T> type) {
            T fromText = mapper.readValue(mapper.writeValueAsString(document), type);
            T fromBytes = mapper.readValue(mapper.writeValueAsBytes(document), type);
            assertThat(fromText).isEqualTo(fromBytes);
            return fromText;
        }
    }

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

    record Throttled(ThrottlingException error) {}

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
                output("é\u0085\u2028\uD83C\uDFAE"),
                output(RealAnswers.AUDIO_VIDEO.signalResponse()),
                output(RealAnswers.DATA_CHANNEL.signalResponse()));
    }

    @ParameterizedTest
    @EnumSource
    void bothTypesComeBackFromWhereverTheyStand(Mapper mapper) {
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
    void typeIdsMayStandInsideAndAroundAValue(Mapper mapper) {
        for (Anything anything : List.of(
                new Anything(output("v=0\r\n"), output("v=0\r\n")),
                new Anything(output(null), output(null)),
                new Anything(error("ConflictException", "busy"), error("ThrottlingException", null)))) {
            assertThat(mapper.pass(anything, Anything.class)).isEqualTo(anything);
        }
    }

    @Test
    void theModuleIsFound() {
        assertThat(JsonMapper.builder().findAndAddModules().build().writeValueAsString(error("ConflictException", "a")))
                .isEqualTo("{\"__type\":\"ConflictException\",\"Message\":\"a\"}");
    }

    @Test
    void jsonHoldsTheFormOfTheCodec() {
        assertThat(Mapper.JSON.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(ATTEMPT))
                .isEqualToIgnoringNewLines("""
                        {
                          "player" : "1",
                          "answer" : {
                            "SignalResponse" : "v=0\\r\\n"
                          },
                          "error" : {
                            "__type" : "Odd"
                          },
                          "answers" : [ { } ],
                          "errors" : {
                            "a" : {
                              "__type" : "ConflictException",
                              "Message" : "b"
                            }
                          }
                        }""");
    }

    @Test
    void xmlHoldsTheFormOfTheCodec() {
        assertThat(Mapper.XML.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(ATTEMPT))
                .isEqualToIgnoringNewLines("""
                        <Attempt>
                          <player>1</player>
                          <answer>
                            <SignalResponse>v=0&#xd;

                        </SignalResponse>
                          </answer>
                          <error>
                            <Error>
                              <Code>Odd</Code>
                            </Error>
                          </error>
                          <answers>
                            <answers/>
                          </answers>
                          <errors>
                            <a>
                              <Error>
                                <Type>Sender</Type>
                                <Code>ConflictException</Code>
                                <Message>b</Message>
                              </Error>
                            </a>
                          </errors>
                        </Attempt>
                        """);
    }

    @Test
    void aRootInXmlIsThatOfTheCodec() {
        for (CreateStreamSessionConnectionOutput output : outputs()) {
            assertThat(CreateStreamSessionConnectionCodec.xml()
                            .decodeOutput(Mapper.XML.mapper.writeValueAsBytes(output)))
                    .isEqualTo(output);
        }
        CreateStreamSessionConnectionError error = error("ThrottlingException", "a\r\n");
        assertThat(CreateStreamSessionConnectionCodec.xml().decodeError(Mapper.XML.mapper.writeValueAsBytes(error)))
                .isEqualTo(error);
    }

    @Test
    void treesAreReadAndWritten() {
        JsonNode tree = Mapper.JSON.mapper.valueToTree(new Connected(output("v=0\r\n")));

        assertThat(tree.toString()).isEqualTo("{\"kind\":\"connected\",\"answer\":{\"SignalResponse\":\"v=0\\r\\n\"}}");
        assertThat(Mapper.JSON.mapper.treeToValue(tree, Event.class)).isEqualTo(new Connected(output("v=0\r\n")));
        assertThat(Mapper.JSON.mapper.convertValue(Map.of("error", Map.of("code", "Odd")), Problem.class))
                .isEqualTo(new Problem(error("Odd", null)));
    }

    /** Whatever the codecs read, they read here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'__type':'a.b#ConflictException:http://c/','message':'busy'}}",
                "{'error':{'Message':'busy','error':'x','code':'ConflictException'}}",
                "{'error':{'error':'ConflictException','details':{'Message':'busy'}}}",
                "{'error':{'Code':'Odd','x':[{'Code':1}],'Code':'ConflictException','Message':5,'message':'busy'}}",
            })
    void errorsInJsonAreReadAsTheCodecReadsThem(String json) {
        assertThat(Mapper.JSON.mapper.readValue(json.replace('\'', '"'), Problem.class))
                .isEqualTo(new Problem(error("ConflictException", "busy")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<P><error><Error><Type>Sender</Type><Code>a#ConflictException</Code><Message>busy</Message></Error></error></P>",
                "<P><error><Code>ConflictException</Code><Message>busy</Message></error></P>",
                "<P><error a='b'>c<Error/><Error><Code>Odd</Code><Code>ConflictException</Code>d<message>bu<!-- -->"
                        + "<![CDATA[sy]]></message></Error><RequestId>1</RequestId></error></P>",
            })
    void errorsInXmlAreReadAsTheCodecReadsThem(String xml) {
        assertThat(Mapper.XML.mapper.readValue(xml, Problem.class))
                .isEqualTo(new Problem(error("ConflictException", "busy")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A><answer a='b' xmlns:c='d'>e<c:SignalResponse>v<![CDATA[=]]>&#48;</c:SignalResponse><f g='h'/></answer></A>",
                "<A><answer><Other/><CreateStreamSessionConnectionResult><SignalResponse>v=0</SignalResponse>"
                        + "</CreateStreamSessionConnectionResult></answer></A>",
            })
    void outputsInXmlAreReadAsTheCodecReadsThem(String xml) {
        assertThat(Mapper.XML.mapper.readValue(xml, Answer.class)).isEqualTo(new Answer(output("v=0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A><answer/></A>",
                "<A><answer></answer></A>",
                "<A><answer> </answer></A>",
                "<A><answer><Other>a</Other></answer></A>",
                "<A><answer><SignalResponse xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>a"
                        + "</SignalResponse></answer></A>",
            })
    void membersMayBeAbsentInXml(String xml) {
        assertThat(Mapper.XML.mapper.readValue(xml, Answer.class)).isEqualTo(new Answer(output(null)));
    }

    @Test
    void nullIsNull() {
        assertThat(Mapper.JSON.mapper.readValue("{\"answer\":null}", Answer.class))
                .isEqualTo(new Answer(null));
        assertThat(Mapper.JSON.mapper.readValue("{\"error\":null}", Problem.class))
                .isEqualTo(new Problem(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'answer':{'SignalResponse':'s3cr3t','SignalResponse':'s3cr3t'}}",
                "{'answer':{'SignalResponse':['s3cr3t']}}",
                "{'answer':{'SignalResponse':{'s3cr3t':1}}}",
                "{'answer':{'SignalResponse':s3cr3t}}",
                "{'answer':{'SignalResponse':'s3cr3t",
                "{'answer':{'SignalResponse':'s3cr3t\\q'}}",
                "{'answer':{'SignalResponse':'s3cr3t' 's3cr3t'}}",
                "{'answer':'s3cr3t'}",
                "{'answer':['s3cr3t']}",
                "{'error':{'Message':'s3cr3t'}}",
                "{'error':{'__type':5,'Message':'s3cr3t'}}",
                "{'error':'s3cr3t'}",
            })
    void refusalsInJsonQuoteNothing(String json) {
        requireSilent(Mapper.JSON, json.replace('\'', '"'), Attempt.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<A><answer><SignalResponse>s3cr3t</SignalResponse><SignalResponse>s3cr3t</SignalResponse></answer></A>",
                "<A><answer><SignalResponse>s3cr3t<b>s3cr3t</b></SignalResponse></answer></A>",
                "<A><answer><SignalResponse b='s3cr3t'>s3cr3t</SignalResponse></answer></A>",
                "<A><answer SignalResponse='s3cr3t'><SignalResponse>s3cr3t</SignalResponse></answer></A>",
                "<A><answer><SignalResponse>s3cr3t &s3cr3t; </SignalResponse></answer></A>",
                "<A><answer><SignalResponse>s3cr3t</s3cr3t></answer></A>",
                "<A><answer><SignalResponse>s3cr3t",
                "<A><error><Error><Message>s3cr3t</Message></Error></error></A>",
                "<A><answer>s3cr3t</answer></A>",
                "<A><error>s3cr3t</error></A>",
            })
    void refusalsInXmlQuoteNothing(String xml) {
        requireSilent(Mapper.XML, xml, Attempt.class);
    }

    @Test
    void aTypeOfErrorTakesNoOther() {
        assertThat(Mapper.JSON.mapper.readValue("{\"error\":{\"code\":\"ThrottlingException\"}}", Throttled.class))
                .isEqualTo(new Throttled(new ThrottlingException(Optional.empty())));
        requireSilent(Mapper.JSON, "{\"error\":{\"code\":\"Odd\",\"Message\":\"s3cr3t\"}}", Throttled.class);
    }

    @Test
    void refusalsSayWhatAndWhere() {
        assertThatThrownBy(() -> Mapper.JSON.mapper.readValue("{\"answer\":\n{\"SignalResponse\":5}}", Answer.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContainingAll(
                        "JSON: expected a string or null as SignalResponse, found a number at line 2, column 19",
                        "Answer[\"answer\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\u0000", "s3cr3t\uD800", "\uFFFEs3cr3t"})
    void xmlRefusesWhatItCannotCarry(String value) {
        Throwable refusal = catchThrowable(() -> Mapper.XML.mapper.writeValueAsString(new Answer(output(value))));

        assertThat(refusal).isInstanceOf(DatabindException.class).hasMessageContaining("XML cannot carry U+");
        assertThat(stackTrace(refusal)).doesNotContain("s3cr3t");
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
        escapingNothing.setProperty(XMLOutputFactory2.P_AUTOMATIC_EMPTY_ELEMENTS, false);
        escapingNothing.setProperty(WstxOutputProperties.P_OUTPUT_ESCAPE_CR, false);
        for (XMLOutputFactory factory :
                List.of(new WstxOutputFactory(), escapingNothing, XMLOutputFactory.newDefaultFactory())) {
            StringWriter xml = new StringWriter();
            XmlMapper mapper = (XmlMapper) Mapper.XML.mapper;
            XMLStreamWriter writer = factory.createXMLStreamWriter(xml);
            mapper.writeValue(writer, annotated);
            writer.flush();

            assertThat(mapper.readValue(xml.toString(), Annotated.class)).isEqualTo(annotated);
        }
        assertThat(Mapper.XML.pass(annotated, Annotated.class)).isEqualTo(annotated);
    }

    record Unwrapped(@JsonUnwrapped CreateStreamSessionConnectionOutput answer, String player) {}

    /** Left alone, Jackson would write the answer as a member, and drop it on reading. */
    @ParameterizedTest
    @EnumSource
    void unwrappingIsRefused(Mapper mapper) {
        assertThatThrownBy(() -> mapper.mapper.writeValueAsString(new Unwrapped(output("s3cr3t"), "p")))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
        String xmlOrJson = mapper.mapper.writeValueAsString(Map.of("player", "p"));
        assertThatThrownBy(() -> mapper.mapper.readValue(xmlOrJson, Unwrapped.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
    }

    @JsonRootName("Problem")
    private interface OwnName {}

    @Test
    void theUsersOwnAnnotationsComeFirst() {
        XmlMapper mapper = XmlMapper.builder()
                .addModule(new GameLiftStreamsModule())
                .addMixIn(CreateStreamSessionConnectionError.class, OwnName.class)
                .build();

        assertThat(mapper.writeValueAsString(error("Odd", null)))
                .isEqualTo("<Problem><Error><Code>Odd</Code></Error></Problem>");
    }

    @Test
    void limitsOfTheMapperAreNotThoseOfTheCodec() {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(10)
                                .build())
                        .build())
                .addModule(new GameLiftStreamsModule())
                .build();

        assertThatThrownBy(() -> mapper.readValue("{\"answer\":{\"SignalResponse\":\"12345678901\"}}", Answer.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("JSON: expected what the parser's limits allow, found more");
    }

    /** RFC 8259, section 8.2; as bytes a lone surrogate is an escape. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\uD800", "\uDC00\uD800", "\uFFFE"})
    void jsonCarriesEveryString(String value) {
        assertThat(Mapper.JSON.pass(new Answer(output(value)), Answer.class)).isEqualTo(new Answer(output(value)));
    }

    @ParameterizedTest
    @EnumSource
    void theFailureOfASourceIsNoRefusal(Mapper mapper) {
        byte[] document = mapper.mapper.writeValueAsBytes(new Answer(output("a".repeat(100_000))));
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(document, 0, document.length / 2), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> mapper.mapper.readValue(broken, Answer.class))
                .isInstanceOf(JacksonIOException.class)
                .hasMessageContaining("connection reset");
    }

    @Test
    void withoutTheModuleJsonHasTheSameNames() {
        JsonMapper bare = new JsonMapper();

        assertThat(bare.writeValueAsString(output("v=0"))).isEqualTo("{\"SignalResponse\":\"v=0\"}");
        assertThat(bare.writeValueAsString(output(null))).isEqualTo("{}");
        assertThat(bare.readValue("{\"SignalResponse\":\"v=0\"}", CreateStreamSessionConnectionOutput.class))
                .isEqualTo(output("v=0"));
        assertThat(bare.readTree(bare.writeValueAsString(error("ConflictException", "busy"))))
                .isEqualTo(CreateStreamSessionConnectionCodec.json().toTree(error("ConflictException", "busy")));
        assertThat(bare.readTree(bare.writeValueAsString(error("Odd", null))))
                .isEqualTo(CreateStreamSessionConnectionCodec.json().toTree(error("Odd", null)));
        assertThat(bare.readValue("{\"__type\":\"ConflictException\",\"Message\":\"a\"}", ConflictException.class))
                .isEqualTo(error("ConflictException", "a"));
        assertThatThrownBy(() -> bare.readValue("{\"error\":{\"code\":\"Odd\"}}", Problem.class))
                .isInstanceOf(InvalidDefinitionException.class);
    }

    private static void requireSilent(Mapper mapper, String document, Class<?> type) {
        Throwable refusal = catchThrowable(() -> mapper.mapper.readValue(document, type));

        assertThat(refusal).isInstanceOf(MismatchedInputException.class).hasNoCause();
        assertThat(stackTrace(refusal)).contains("expected ").doesNotContain("s3cr3t");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static CreateStreamSessionConnectionOutput output(String signalResponseOrNull) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponseOrNull));
    }

    private static CreateStreamSessionConnectionError error(String code, String messageOrNull) {
        return CreateStreamSessionConnectionError.of(code, messageOrNull);
    }
}
