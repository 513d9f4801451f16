package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.InvalidDefinitionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.dataformat.xml.XmlMapper;
import tools.jackson.dataformat.xml.annotation.JacksonXmlCData;
import tools.jackson.dataformat.xml.annotation.JacksonXmlProperty;

/** The types in documents of mappers that other people configure; the mappers quote sources wherever they can. */
final class GameLiftStreamsModuleTest {
    enum Mapper {
        JSON(JsonMapper::builder),
        XML(XmlMapper::builder);

        private final Supplier<MapperBuilder<?, ?>> builder;

        Mapper(Supplier<MapperBuilder<?, ?>> builder) {
            this.builder = builder;
        }

        /** Returns the format of a document. */
        static Mapper of(String document) {
            return document.startsWith("<") ? XML : JSON;
        }

        /** Returns a new mapper, since one that several tests share would keep what it found of the module. */
        ObjectMapper mapper() {
            return builder.get()
                    .addModule(new GameLiftStreamsModule())
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("io.awso.gameliftstreams.model.")
                            .build())
                    .build();
        }

        <T> T pass(T document, Class<T> type) {
            T fromText = mapper().readValue(mapper().writeValueAsString(document), type);
            T fromBytes = mapper().readValue(mapper().writeValueAsBytes(document), type);
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
                format.builder.get().addModule(new GameLiftStreamsModule()).build();
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
    void jsonHasTheFormOfTheCodec() {
        assertThat(Mapper.JSON.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(ATTEMPT))
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
    void xmlHasTheFormOfTheCodec() {
        assertThat(Mapper.XML.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(ATTEMPT))
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'Code':'Odd','x':[{'Code':1}],'Code':'ConflictException','Message':[5],'message':'busy'}}",
                "<P><error><Error><Type>Sender</Type><Code>a#ConflictException</Code><Message>busy</Message></Error></error></P>",
                "<P><error><Code>ConflictException</Code><Message>busy</Message></error></P>",
                "<P><error a='b'>c<Error/><Error><Code>Odd</Code><Code>ConflictException</Code>d<message>bu<!-- -->"
                        + "<![CDATA[sy]]></message></Error><RequestId>1</RequestId></error></P>",
            })
    void errorsAreReadAsTheCodecsReadThem(String document) {
        assertThat(read(document, Problem.class)).isEqualTo(new Problem(error("ConflictException", "busy")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <A><answer a='b' xmlns:c='d'>e<c:SignalResponse>v<![CDATA[=]]>&#48;</c:SignalResponse><f g='h'/></answer></A> | v=0
            <A><answer><a/><CreateStreamSessionConnectionResult><SignalResponse>v=0</SignalResponse></CreateStreamSessionConnectionResult></answer></A> | v=0
            <A><answer/></A>                         |
            <A><answer></answer></A>                 |
            <A><answer> </answer></A>                |
            <A><answer><Other>a</Other></answer></A> |
            <A><answer><SignalResponse xsi:nil='true' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>a</SignalResponse></answer></A> |
            """)
    void outputsInXmlAreReadAsTheCodecReadsThem(String xml, String signalResponse) {
        assertThat(read(xml, Answer.class)).isEqualTo(new Answer(output(signalResponse)));
    }

    @Test
    void nullIsNull() {
        assertThat(read("{'answer':null}", Answer.class)).isEqualTo(new Answer(null));
        assertThat(read("{'error':null}", Problem.class)).isEqualTo(new Problem(null));
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
    void rejectionsQuoteNothing(String document) {
        assertRejectedSilently(document, Attempt.class);
    }

    @Test
    void propertyOfOneErrorTypeAcceptsNoOtherError() {
        assertThat(read("{'error':{'code':'ThrottlingException'}}", Throttled.class))
                .isEqualTo(new Throttled(new ThrottlingException(Optional.empty())));
        assertRejectedSilently("{'error':{'code':'Odd','Message':'s3cr3t'}}", Throttled.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"answer":{"SignalResponse":5}}            | JSON: SignalResponse is a number, expected a string or null, at line 1, column 29
                    {"answer":{"SignalResponse":"","SignalResponse":""}} | JSON: SignalResponse is given twice at line 1, column 49
                    {"answer":{"__type":"Odd"}}                | JSON: expected an output, found an error document at line 1, column 26
                    {"answer":{"SignalResponse":"a"x}}         | JSON: malformed at line 1, column 32
                    {"answer":[]}                              | JSON: found an array, expected an object at line 1, column 11
                    {"error":{"__type":"#"}}                   | JSON: no usable error code at line 1, column 23
                    """)
    void rejectionsSayWhatAndWhere(String json, String message) {
        assertThatThrownBy(() -> Mapper.JSON.mapper().readValue(json, Attempt.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageStartingWith(message + "\n")
                .hasMessageContaining("Attempt[\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\u0000", "s3cr3t\uD800", "\uFFFEs3cr3t"})
    void xmlRejectsCharactersThatItCannotCarry(String value) {
        Throwable thrown = catchThrowable(() -> Mapper.XML.mapper().writeValueAsString(new Answer(output(value))));

        assertThat(thrown).isInstanceOf(DatabindException.class).hasMessageContaining("XML: cannot carry U+");
        assertThat(stackTrace(thrown)).doesNotContain("s3cr3t");
    }

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

    record Keeping(
            @JsonIgnoreProperties("Other") CreateStreamSessionConnectionOutput answer,
            @JsonIncludeProperties({"__type", "Message"}) CreateStreamSessionConnectionError error,
            @JsonIncludeProperties("SignalResponse") List<CreateStreamSessionConnectionOutput> answers,
            @JsonIgnoreProperties("Other") List<CreateStreamSessionConnectionError> errors) {}

    private static final Keeping EVERYTHING = new Keeping(
            output("s3cr3t"),
            error("Odd", "s3cr3t"),
            List.of(output("s3cr3t\r")),
            List.of(error("ConflictException", "s3cr3t")));

    @ParameterizedTest
    @EnumSource
    void membersThatAPropertyLeavesOutAreNotRead(Mapper mapper) {
        String document = mapper.mapper().writeValueAsString(EVERYTHING);
        List<CreateStreamSessionConnectionOutput> answers = List.of(output(null));
        List<CreateStreamSessionConnectionError> errors = List.of(error("ConflictException", null));

        assertThat(mapper.mapper().readValue(document, Keeping.class)).isEqualTo(EVERYTHING);
        assertThat(mapper.mapper().readValue(document, Ignoring.class))
                .isEqualTo(new Ignoring(output(null), error("Odd", null), answers, errors));
        assertThat(mapper.mapper().readValue(document, Including.class))
                .isEqualTo(new Including(output(null), error("Odd", null), answers, errors));
    }

    /** They may have any type and be given twice, and the message may have one of its other names. */
    @Test
    void membersThatAPropertyLeavesOutAreNotChecked() {
        assertThat(read(
                        "{'answer':{'SignalResponse':{},'SignalResponse':1},'error':{'code':'Odd','message':'s3cr3t'}}",
                        Ignoring.class))
                .isEqualTo(new Ignoring(output(null), error("Odd", null), null, null));
    }

    record ReadOnly(
            @JsonIgnoreProperties(value = "SignalResponse", allowSetters = true)
            CreateStreamSessionConnectionOutput answer) {}

    @ParameterizedTest
    @EnumSource
    void memberMayBeReadButNotWritten(Mapper mapper) {
        String document = mapper.mapper().writeValueAsString(new Answer(output("s3cr3t")));
        ReadOnly read = mapper.mapper().readValue(document, ReadOnly.class);

        assertThat(read).isEqualTo(new ReadOnly(output("s3cr3t")));
        assertThat(mapper.mapper().writeValueAsString(read)).doesNotContain("s3cr3t");
    }

    @JsonIgnoreProperties({"SignalResponse", "Message"})
    private interface Private {}

    @JsonIncludeProperties("Other")
    private interface AlsoPrivate {}

    @ParameterizedTest
    @EnumSource
    void membersThatAMixInOrMapperLeavesOutOfATypeAreNotRead(Mapper mapper) {
        String document = mapper.mapper().writeValueAsString(EVERYTHING);
        ObjectMapper mixedIn = mapper.mapper()
                .rebuild()
                .addMixIn(CreateStreamSessionConnectionOutput.class, Private.class)
                .addMixIn(CreateStreamSessionConnectionError.class, Private.class)
                .build();
        ObjectMapper included = mapper.mapper()
                .rebuild()
                .addMixIn(CreateStreamSessionConnectionOutput.class, AlsoPrivate.class)
                .build();
        ObjectMapper configured = mapper.mapper()
                .rebuild()
                .withConfigOverride(
                        CreateStreamSessionConnectionOutput.class,
                        type -> type.setIgnorals(JsonIgnoreProperties.Value.forIgnoredProperties("SignalResponse")))
                .build();

        assertThat(mixedIn.readValue(document, Keeping.class))
                .isEqualTo(new Keeping(
                        output(null),
                        error("Odd", null),
                        List.of(output(null)),
                        List.of(error("ConflictException", null))));
        for (ObjectMapper each : List.of(included, configured)) {
            assertThat(each.readValue(document, Keeping.class).answer()).isEqualTo(output(null));
        }
    }

    @ParameterizedTest
    @EnumSource
    void mixInOnOneErrorTypeAppliesToItAlone(Mapper mapper) {
        ObjectMapper mixedIn = mapper.mapper()
                .rebuild()
                .addMixIn(ConflictException.class, Private.class)
                .build();

        assertThat(mixedIn.writeValueAsString(new Problem(error("ConflictException", "s3cr3t"))))
                .doesNotContain("s3cr3t");
        assertThat(mixedIn.writeValueAsString(new Problem(error("Odd", "busy"))))
                .contains("busy");
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

    record Unwrapped(@JsonUnwrapped CreateStreamSessionConnectionOutput answer, String player) {}

    @ParameterizedTest
    @EnumSource
    void unwrappingIsRejected(Mapper mapper) {
        String xmlOrJson = mapper.mapper().writeValueAsString(Map.of("player", "p"));
        assertThatThrownBy(() -> mapper.mapper().readValue(xmlOrJson, Unwrapped.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
        assertThatThrownBy(() -> Mapper.XML.mapper().writeValueAsString(new Unwrapped(output("s3cr3t"), "p")))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("CreateStreamSessionConnectionOutput cannot be unwrapped");
    }

    @JsonRootName("Problem")
    private interface OwnName {}

    @Test
    void rootNameOfAMixInTakesPrecedence() {
        XmlMapper mapper = XmlMapper.builder()
                .addModule(new GameLiftStreamsModule())
                .addMixIn(CreateStreamSessionConnectionError.class, OwnName.class)
                .build();

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
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new GameLiftStreamsModule())
                .addMixIn(CreateStreamSessionConnectionOutput.class, Alias.class)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .build();

        assertThat(mapper.readValue(json, CreateStreamSessionConnectionOutput.class))
                .isEqualTo(output(signalResponse));
    }

    @ParameterizedTest
    @EnumSource
    void absentMembersAreLeftOutWhateverTheDefaultIs(Mapper mapper) {
        for (JsonInclude.Include include : JsonInclude.Include.values()) {
            if (include != JsonInclude.Include.CUSTOM) {
                ObjectMapper including = mapper.mapper()
                        .rebuild()
                        .changeDefaultPropertyInclusion(value -> value.withValueInclusion(include))
                        .build();

                assertThat(including.writeValueAsString(new Answer(output(null))))
                        .isEqualTo(mapper.mapper().writeValueAsString(new Answer(output(null))));
                assertThat(including.writeValueAsString(new Answer(output(""))))
                        .isEqualTo(mapper.mapper().writeValueAsString(new Answer(output(""))));
            }
        }
    }

    @Test
    void limitsOfTheMapperApply() {
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(10)
                                .build())
                        .build())
                .addModule(new GameLiftStreamsModule())
                .build();

        assertThatThrownBy(() -> mapper.readValue("{\"answer\":{\"SignalResponse\":\"12345678901\"}}", Answer.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("JSON: more than the parser's limits allow at line 1, column ");
    }

    /** RFC 8259, section 8.2; as bytes a lone surrogate is an escape. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\uD800", "\uDC00\uD800", "\uFFFE"})
    void jsonCarriesEveryString(String value) {
        assertThat(Mapper.JSON.pass(new Answer(output(value)), Answer.class)).isEqualTo(new Answer(output(value)));
    }

    @ParameterizedTest
    @EnumSource
    void ioErrorsPropagate(Mapper mapper) {
        byte[] document = mapper.mapper().writeValueAsBytes(new Answer(output("a".repeat(100_000))));
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(document, 0, document.length / 2), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> mapper.mapper().readValue(broken, Answer.class))
                .isInstanceOf(JacksonIOException.class)
                .hasMessageContaining("connection reset")
                .cause()
                .isExactlyInstanceOf(IOException.class);
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

    /** Reads a document; in JSON, single quotes are read as double ones. */
    private static <T> T read(String document, Class<T> type) {
        Mapper format = Mapper.of(document);
        return format.mapper().readValue(format == Mapper.JSON ? document.replace('\'', '"') : document, type);
    }

    private static void assertRejectedSilently(String document, Class<?> type) {
        Throwable thrown = catchThrowable(() -> read(document, type));

        assertThat(thrown).isInstanceOf(MismatchedInputException.class).hasNoCause();
        assertThat(stackTrace(thrown)).doesNotContain("s3cr3t");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
