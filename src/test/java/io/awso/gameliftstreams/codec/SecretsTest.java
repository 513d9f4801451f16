package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No rejection quotes the payload: each payload here holds a marker that no stack trace may show. */
final class SecretsTest {
    private static final String MARKER = "s3cr3t";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    s3cr3t
                    "s3cr3t"
                    ["s3cr3t"]
                    {s3cr3t:1}
                    {"SignalResponse":s3cr3t}
                    {"SignalResponse":"s3cr3t
                    {"SignalResponse":"s3cr3t"
                    {"SignalResponse":"s3cr3t",}
                    {"SignalResponse":"s3cr3t"} s3cr3t
                    {"SignalResponse":"s3cr3t","SignalResponse":"s3cr3t"}
                    {"SignalResponse":"s3cr3t\\q"}
                    {"SignalResponse":"s3cr3t\\u12"}
                    `{"SignalResponse":"s3cr3t\n"}`
                    {"SignalResponse":"s3cr3t\u0000"}
                    {"SignalResponse":["s3cr3t"]}
                    {"SignalResponse":{"s3cr3t":"s3cr3t"}}
                    {"SignalResponse":12 s3cr3t}
                    {"s3cr3t":"s3cr3t" "s3cr3t"}
                    {"s3cr3t":tru s3cr3t}
                    {"s3cr3t":["s3cr3t"}
                    {"s3cr3t":"\uD800","SignalResponse":"s3cr3t"}
                    {"SignalResponse":null,"__type":"s3cr3t"}
                    """)
    void rejectionsOfJsonShowNothingOfThePayload(String payload) {
        requireSilentRejections(CreateStreamSessionConnectionCodec.json(), payload);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    s3cr3t
                    <s3cr3t
                    <s3cr3t>
                    <s3cr3t></other>
                    <Output s3cr3t></Output>
                    <Output a='s3cr3t' a='s3cr3t'/>
                    <s3cr3t:Output s3cr3t:nil>
                    <Output><SignalResponse>s3cr3t</Output>
                    <Output><SignalResponse>s3cr3t</SignalResponse>
                    <Output><SignalResponse>s3cr3t</SignalResponse></Output>s3cr3t
                    <Output><SignalResponse>s3cr3t</SignalResponse></Output><s3cr3t/>
                    <Output><SignalResponse>&s3cr3t;</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t & s3cr3t</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t ]]> s3cr3t</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t \u0001</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t &#0;</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t \uD800</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t<s3cr3t/></SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t</SignalResponse><SignalResponse>s3cr3t</SignalResponse></Output>
                    <!DOCTYPE s3cr3t SYSTEM 's3cr3t'><Output><SignalResponse>s3cr3t</SignalResponse></Output>
                    <?xml version='s3cr3t'?><Output/>
                    <?xml version='1.0' encoding='s3cr3t'?><Output><SignalResponse><s3cr3t/></SignalResponse></Output>
                    <?s3cr3t
                    <!-- s3cr3t -- s3cr3t --><Output/>
                    <Error><Code>s3cr3t</Code></Error>
                    <s3cr3tException/>
                    <html>s3cr3t</html>
                    """)
    void rejectionsOfXmlShowNothingOfThePayload(String payload) {
        requireSilentRejections(CreateStreamSessionConnectionCodec.xml(), payload);
    }

    /** What a caller's parser rejects before the root is not the codec's matter. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <Output><SignalResponse>s3cr3t</Output>
                    <Output><SignalResponse>s3cr3t</SignalResponse>
                    <Output><SignalResponse>&s3cr3t;</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t & s3cr3t</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t \u0001</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t &#0;</SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t<s3cr3t/></SignalResponse></Output>
                    <Output><SignalResponse>s3cr3t</SignalResponse><SignalResponse>s3cr3t</SignalResponse></Output>
                    <Error><Code>s3cr3t</Code></Error>
                    <s3cr3tException/>
                    """)
    void rejectionsAtACursorShowNothingOfTheDocument(String document) throws XMLStreamException {
        for (XMLInputFactory factory : List.of(new WstxInputFactory(), XMLInputFactory.newDefaultFactory())) {
            XMLStreamReader cursor = CreateStreamSessionConnectionXmlCursorTest.inRoot(factory, document);
            requireSilent(() -> CreateStreamSessionConnectionCodec.xml().decodeOutput(cursor));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    SignalResponse=s3cr3t%
                    SignalResponse=s3cr3t%4
                    SignalResponse=s3cr3t%zz
                    SignalResponse=s3cr3t%FF
                    SignalResponse=s3cr3t\uD800
                    SignalResponse=s3cr3t&SignalResponse=s3cr3t
                    s3cr3t=s3cr3t%FF
                    s3cr3t%FF=s3cr3t
                    Code=s3cr3t&Message=s3cr3t
                    """)
    void rejectionsOfQueryFormShowNothingOfThePayload(String payload) {
        requireSilentRejections(CreateStreamSessionConnectionCodec.query(), payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\uD800", "s3cr3t\uD800s3cr3t", "\uD800s3cr3t"})
    void rejectionsToEncodeShowNothingOfTheValue(String value) {
        for (CreateStreamSessionConnectionCodec codec :
                List.of(CreateStreamSessionConnectionCodec.xml(), CreateStreamSessionConnectionCodec.query())) {
            requireSilent(() -> codec.encode(output(value)));
            requireSilent(() -> codec.encode(error("X", value)));
        }
    }

    private static void requireSilentRejections(CreateStreamSessionConnectionCodec codec, String payload) {
        requireSilent(() -> codec.decodeOutput(payload));
        requireSilentIfRejected(() -> codec.decodeError(payload));
        // Encoded as bytes, a lone surrogate becomes a question mark, which is valid.
        if (UTF_8.newEncoder().canEncode(payload)) {
            requireSilent(() -> codec.decodeOutput(payload.getBytes(UTF_8)));
        }
        // Inserts a byte that is not UTF-8 at every position.
        for (int i = 0; i <= payload.length(); i++) {
            byte[] damaged = (payload.substring(0, i) + "\u00FF" + payload.substring(i)).getBytes(ISO_8859_1);
            requireSilentIfRejected(() -> codec.decodeOutput(damaged));
            requireSilentIfRejected(() -> codec.decodeError(damaged));
        }
    }

    private static void requireSilent(ThrowingCallable call) {
        assertThat(requireSilentIfRejected(call)).isExactlyInstanceOf(CodecException.class);
    }

    private static Throwable requireSilentIfRejected(ThrowingCallable call) {
        Throwable rejection = catchThrowable(call);
        if (rejection != null) {
            // The stack trace has the messages of the exception, its causes and all that they suppress.
            StringWriter stackTrace = new StringWriter();
            rejection.printStackTrace(new PrintWriter(stackTrace));
            assertThat(stackTrace.toString()).contains("CodecException").doesNotContain(MARKER);
        }
        return rejection;
    }
}
