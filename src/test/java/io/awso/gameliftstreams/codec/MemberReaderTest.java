package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The codecs through a reader that the library does not know: the guide's adapter for Gson. See also DocumentsTest. */
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

    /** No codec asks, because query form has no place names. */
    @Test
    void queryFormHasNothingToEnter() {
        assertThat(new QueryReader("Error=a".getBytes(UTF_8), true).enter()).isFalse();
        assertThat(new ParameterReader(Map.of("Error", "a")).enter()).isFalse();
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
}
