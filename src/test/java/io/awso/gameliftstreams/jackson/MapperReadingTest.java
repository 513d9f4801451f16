package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.awso.gameliftstreams.jackson.GameLiftStreamsModuleTest.Answer;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModuleTest.Attempt;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModuleTest.Problem;
import io.awso.gameliftstreams.model.ThrottlingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.SequenceInputStream;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Documents that a mapper with the module reads by the rules of the codecs, or rejects without quoting them. */
final class MapperReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'Code':'Odd','x':[{'Code':1}],'Code':'ConflictException','Message':[5],'message':'busy'}}",
                "<P><error><Error><Type>Sender</Type><Code>a#ConflictException</Code><Message>busy</Message></Error></error></P>",
                "<P><error a='b'>c<Error/><Error><Code>Odd</Code><Code>ConflictException</Code>d<message>bu<!-- -->"
                        + "<![CDATA[sy]]></message></Error><RequestId>1</RequestId></error></P>",
            })
    void errorsAreReadAsTheCodecsReadThem(String document) {
        assertThat(Mapper.read(document, Problem.class)).isEqualTo(new Problem(error("ConflictException", "busy")));
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
        assertThat(Mapper.read(xml, Answer.class)).isEqualTo(new Answer(output(signalResponse)));
    }

    @Test
    void nullIsNull() {
        assertThat(Mapper.read("{'answer':null}", Answer.class)).isEqualTo(new Answer(null));
        assertThat(Mapper.read("{'error':null}", Problem.class)).isEqualTo(new Problem(null));
    }

    /** The messages are those of the codecs, and the mapper adds the path to the property. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'answer':{'SignalResponse':'s3cr3t','SignalResponse':'s3cr3t'}} | JSON: SignalResponse is given twice at line 1, column 55
            {'answer':{'SignalResponse':['s3cr3t']}} | JSON: SignalResponse is an array, expected a string or null, at line 1, column 38
            {'answer':{'SignalResponse':{'s3cr3t':1}}} | JSON: SignalResponse is an object, expected a string or null, at line 1, column 40
            {'answer':{'SignalResponse':s3cr3t}} | JSON: malformed
            {'answer':{'SignalResponse':'s3cr3t | JSON: malformed
            {'answer':{'SignalResponse':'s3cr3t\\q'}} | JSON: malformed
            {'answer':{'SignalResponse':'s3cr3t' 's3cr3t'}} | JSON: malformed at line 1, column 38
            {'answer':'s3cr3t'} | JSON: found a string, expected an object at line 1, column 11
            {'answer':['s3cr3t']} | JSON: found an array, expected an object at line 1, column 11
            {'error':{'Message':'s3cr3t'}} | JSON: no usable error code at line 1, column 29
            {'error':'s3cr3t'} | JSON: found a string, expected an object at line 1, column 10
            <A><answer><SignalResponse>s3cr3t</SignalResponse><SignalResponse>s3cr3t</SignalResponse></answer></A> | XML: SignalResponse is given twice
            <A><answer><SignalResponse>s3cr3t<b>s3cr3t</b></SignalResponse></answer></A> | XML: SignalResponse is an object, expected a string or null
            <A><answer><SignalResponse b='s3cr3t'>s3cr3t</SignalResponse></answer></A> | XML: SignalResponse is an object, expected a string or null
            <A><answer SignalResponse='s3cr3t'><SignalResponse>s3cr3t</SignalResponse></answer></A> | XML: SignalResponse is given twice
            <A><answer><SignalResponse>s3cr3t &s3cr3t; </SignalResponse></answer></A> | XML: malformed
            <A><answer><SignalResponse>s3cr3t</s3cr3t></answer></A> | XML: malformed
            <A><answer><SignalResponse>s3cr3t | XML: malformed
            <A><error><Error><Message>s3cr3t</Message></Error></error></A> | XML: no usable error code
            <A><answer>s3cr3t</answer></A> | XML: found a string, expected an object
            <A><error>s3cr3t</error></A> | XML: found a string, expected an object
            <A><answer>&#x2003;</answer></A> | XML: found a string, expected an object
            """)
    void rejectionsSayWhatAndWhereAndQuoteNothing(String document, String message) {
        assertRejected(document, Attempt.class, message);
    }

    @Test
    void propertyOfOneErrorTypeAcceptsNoOtherError() {
        assertThat(Mapper.read("{'error':{'code':'ThrottlingException'}}", Throttled.class))
                .isEqualTo(new Throttled(new ThrottlingException(Optional.empty())));
        assertRejected(
                "{'error':{'code':'Odd','Message':'s3cr3t'}}",
                Throttled.class,
                "expected ThrottlingException, found another error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\u0000", "s3cr3t\uD800", "\uFFFEs3cr3t"})
    void xmlRejectsCharactersThatItCannotCarry(String value) {
        Throwable thrown = catchThrowable(() -> Mapper.XML.mapper().writeValueAsString(new Answer(output(value))));

        assertThat(thrown).isInstanceOf(DatabindException.class).hasMessageContaining("XML: cannot carry U+");
        assertThat(stackTrace(thrown)).doesNotContain("s3cr3t");
    }

    record Throttled(ThrottlingException error) {}

    @Test
    void limitsOfTheMapperApply() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder().maxStringLength(10).build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(limits).build();
        JsonMapper mapper = JsonMapper.builder(factory)
                .addModule(new GameLiftStreamsModule())
                .build();

        assertThatThrownBy(() -> mapper.readValue("{\"answer\":{\"SignalResponse\":\"12345678901\"}}", Answer.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("JSON: more than the parser's limits allow at line 1, column ");
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

    private static void assertRejected(String document, Class<?> type, String message) {
        Throwable thrown = catchThrowable(() -> Mapper.read(document, type));

        assertThat(thrown)
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining(type.getSimpleName() + "[\"")
                .hasNoCause();
        assertThat(stackTrace(thrown)).doesNotContain("s3cr3t");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
