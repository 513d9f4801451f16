package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.awso.gameliftstreams.example.GsonMemberReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codecs through a reader that the library does not know: the guide's adapter for Gson. */
final class MemberReaderTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final CreateStreamSessionConnectionXmlCodec XML = CreateStreamSessionConnectionCodec.xml();

    static GsonMemberReader read(String json) {
        return new GsonMemberReader(parser(json));
    }

    private static JsonReader parser(String json) {
        JsonReader parser = new JsonReader(new StringReader(json));
        parser.setStrictness(Strictness.STRICT);
        return parser;
    }

    @Test
    void outputsAreRead() {
        assertThat(JSON.decodeOutput(
                        read("{\"a\":{\"SignalResponse\":[]},\"SignalResponse\":\"v=0\\r\\n\",\"b\":[1]}")))
                .isEqualTo(output("v=0\r\n"));
        assertThat(JSON.decodeOutput(read("{\"SignalResponse\":null}"))).isEqualTo(output(null));
        assertThat(JSON.decodeOutput(read("{}"))).isEqualTo(output(null));
    }

    @Test
    void shapesInsideALargerDocumentAreReadUpToTheirEnd() throws IOException {
        JsonReader parser =
                parser("[{\"SignalResponse\":\"v=0\"},{\"__type\":\"A\",\"x\":{}},{\"message\":\"m\"},{},17]");
        parser.beginArray();

        assertThat(JSON.decodeOutput(new GsonMemberReader(parser))).isEqualTo(output("v=0"));
        assertThat(JSON.decodeError(new GsonMemberReader(parser))).isEqualTo(error("A", null));
        assertThat(JSON.decodeError("ns#B:x", new GsonMemberReader(parser))).isEqualTo(error("B", "m"));
        assertRejected(() -> JSON.decodeError(new GsonMemberReader(parser)), "JSON: no usable error code");
        assertThat(parser.nextInt()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"SignalResponse":1}                         | JSON: SignalResponse is a number, expected a string or null,
                    {"SignalResponse":true}                      | JSON: SignalResponse is a boolean, expected a string or null,
                    {"SignalResponse":{"a":1}}                   | JSON: SignalResponse is an object, expected a string or null,
                    {"SignalResponse":["v=0"]}                   | JSON: SignalResponse is an array, expected a string or null,
                    {"SignalResponse":"a","SignalResponse":null} | JSON: SignalResponse is given twice
                    {"error":{"Code":"A"},"SignalResponse":null} | JSON: expected an output, found an error document
                    {"SignalResponse":"a"                        | JSON: malformed
                    {"a":[1 2],"SignalResponse":"a"}             | JSON: malformed
                    []                                           | JSON: expected an object
                    """)
    void anythingElseIsRejectedAsAnOutput(String json, String message) {
        assertRejected(() -> JSON.decodeOutput(read(json)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"__type\":\"A\"", "{\"__type\":\"A\",}", "{\"__type\":\"A\",\"message\":\"a\nb\"}"})
    void malformedJsonIsRejectedInErrorsToo(String json) {
        assertRejected(() -> JSON.decodeError(read(json)), "JSON: malformed");
        assertRejected(() -> JSON.decodeError("B", read(json)), "JSON: malformed");
    }

    @Test
    void ioErrorsOfTheSourcePropagate() {
        IOException failure = new IOException("connection reset");
        for (Function<MemberReader, Object> decode :
                List.<Function<MemberReader, Object>>of(JSON::decodeOutput, JSON::decodeError)) {
            Reader failing = new FilterReader(new StringReader("{\"code\":\"A\",")) {
                @Override
                public int read(char[] buffer, int offset, int length) throws IOException {
                    int count = super.read(buffer, offset, length);
                    if (count < 0) {
                        throw failure;
                    }
                    return count;
                }
            };

            assertThatThrownBy(() -> decode.apply(new GsonMemberReader(new JsonReader(failing))))
                    .isExactlyInstanceOf(UncheckedIOException.class)
                    .hasCause(failure);
        }
    }

    /** The codec decides which names it reads, whatever the reader is. */
    @Test
    void theXmlCodecReadsItsOwnNames() {
        assertThat(XML.decodeOutput(read("{\"CreateStreamSessionConnectionResult\":{\"SignalResponse\":\"v=0\"}}")))
                .isEqualTo(output("v=0"));
        assertThat(XML.decodeError(read("{\"Errors\":{\"Error\":{\"Code\":\"A\",\"Message\":\"a\"}}}")))
                .isEqualTo(error("A", "a"));
        assertThat(XML.decodeError("B", read("{\"Message\":\"a\"}"))).isEqualTo(error("B", "a"));
    }

    /** The codec skips what is too deep, and the caller's reader goes on after it. */
    @Test
    void deepNestingIsSkipped() {
        assertThat(XML.decodeError(nested(16, ""))).isEqualTo(error("A", null));
        assertThat(XML.decodeError(nested(17, ",\"Code\":\"B\""))).isEqualTo(error("B", null));
    }

    private static GsonMemberReader nested(int depth, String more) {
        return read("{\"Error\":".repeat(depth) + "{\"Code\":\"A\"}" + "}".repeat(depth - 1) + more + "}");
    }
}
