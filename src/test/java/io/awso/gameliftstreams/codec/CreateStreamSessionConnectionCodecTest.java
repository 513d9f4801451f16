package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.assertRejected;
import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules that are the same in every format, and what a table of documents cannot show. */
final class CreateStreamSessionConnectionCodecTest {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    @Test
    void eachFormatHasItsContentType() {
        assertThat(CreateStreamSessionConnectionCodec.json().contentType()).isEqualTo("application/json");
        assertThat(CreateStreamSessionConnectionCodec.xml().contentType()).isEqualTo("application/xml");
        assertThat(CreateStreamSessionConnectionCodec.query().contentType())
                .isEqualTo("application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @FieldSource("io.awso.gameliftstreams.Fixtures#CODECS")
    void anEmptyPayloadIsAnOutputWithNoMembersAndAnEmptyErrorDocument(CreateStreamSessionConnectionCodec codec) {
        for (String payload : List.of("", " \t\r\n", "\uFEFF", "\uFEFF \n")) {
            assertThat(codec.decodeOutput(payload)).isEqualTo(output(null));
            assertThat(codec.decodeOutput(payload.getBytes(UTF_8))).isEqualTo(output(null));
            assertThat(codec.readErrorDocument(payload.getBytes(UTF_8)))
                    .isEqualTo(new ErrorDocument(Optional.empty(), Optional.empty(), Optional.empty()));
            assertThatThrownBy(() -> codec.decodeError(payload))
                    .isExactlyInstanceOf(CodecException.class)
                    .hasMessageContaining(": no usable error code");
            assertThat(codec.decodeError("ConflictException", payload)).isEqualTo(error("ConflictException", null));
        }
    }

    @ParameterizedTest
    @FieldSource("io.awso.gameliftstreams.Fixtures#CODECS")
    void theCallersCodeIsIgnoredIfItIsNotUsable(CreateStreamSessionConnectionCodec codec) {
        CreateStreamSessionConnectionError error = error("ThrottlingException", "busy");
        String payload = codec.encodeToString(error);

        for (String code : List.of("", " ", "#", "aws#:uri", "\u0007")) {
            assertThat(codec.decodeError(code, payload)).isEqualTo(error);
            assertThat(codec.decodeError(code, payload.getBytes(UTF_8))).isEqualTo(error);
        }
    }

    @ParameterizedTest
    @FieldSource("io.awso.gameliftstreams.Fixtures#CODECS")
    void aLoneSurrogateInAStringIsRejectedInAnOutputAndReplacedInAnError(CreateStreamSessionConnectionCodec codec) {
        String written = codec.encodeToString(output("abc"));
        String format = written.startsWith("{") ? "JSON" : written.startsWith("<") ? "XML" : "query form";

        assertRejected(
                () -> codec.decodeOutput(written.replace('b', '\uD800')),
                format + ": lone surrogate at index " + written.indexOf('b'));
        String damaged =
                codec.encodeToString(error("X", "a1b2")).replace('1', '\uD800').replace('2', '\uDC00');
        assertThat(codec.decodeError(damaged)).isEqualTo(error("X", "a\uFFFDb\uFFFD"));
    }

    /** RFC 8259, section 8.2: UTF-8 cannot carry a lone surrogate, so only an escape can. */
    @Test
    void loneSurrogatesAreEscapedInJson() {
        assertThat(JSON.encodeToString(output("a\uD800b\uDC00")))
                .isEqualTo("{\"SignalResponse\":\"a\\uD800b\\uDC00\"}");
        assertThat(JSON.encodeToString(error("X", "a\uDC00"))).isEqualTo("{\"__type\":\"X\",\"Message\":\"a\\uDC00\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ThrottlingException | slow "d" | {"error":"ThrottlingException","details":{"Message":"slow \\"d\\""}}
            ConflictException   | ``       | {"error":"ConflictException","details":{"Message":""}}
            ConflictException   |          | {"error":"ConflictException","details":{}}
            Odd.$/-_1           | `a\n`    | {"error":"Odd.$/-_1","message":"a\\n"}
            Odd.$/-_1           |          | {"error":"Odd.$/-_1"}
            """)
    void taggedErrorsAreWrittenAndRead(String code, String message, String tagged) {
        assertThat(JSON.encodeTagged(error(code, message))).asString(UTF_8).isEqualTo(tagged);
        assertThat(JSON.decodeError(tagged)).isEqualTo(error(code, message));
    }
}
