package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.codecOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An error document that is cut off or has one wrong byte never gives another error's code. */
@Tag("slow")
final class ErrorDamageTest {
    private static final String CODE = "ConflictException";

    static Stream<String> documents() {
        return """
                {"__type":"ConflictException","Message":"b\u00FCsy\\n"}
                {"Message":17,"code":"ns#ConflictException:http://internal/"}
                {"error":"ConflictException","details":{"Message":"busy"}}
                {"Error":{"Code":"ConflictException","Message":"busy"},"RequestId":"7f3c"}
                {"Output":{"__type":"a.b#ConflictException"},"Version":"1.0"}
                {"fault":{"details":{"code":"ConflictException"},"message":"busy"},"status":400}
                <ErrorResponse><Error><Code>ConflictException</Code><Message>b&#xfc;sy</Message></Error></ErrorResponse>
                <?xml version='1.0'?><Error a='b'><!-- c --><Code><![CDATA[ConflictException]]></Code><RequestId>7</RequestId></Error>
                <Response> <Errors><?pi?><Error><Code>ConflictException</Code></Error></Errors><RequestID>7f3c</RequestID></Response>
                <ConflictException><Message>b\u00FCsy</Message></ConflictException>
                Code=ConflictException&Message=b%C3%BCsy
                Message=b%C3%BCsy&Code=ns%23ConflictException
                """.lines();
    }

    /** XML in every encoding, and the other formats in UTF-8. */
    static Stream<Arguments> encodedDocuments() {
        return documents()
                .flatMap(document -> Stream.of(UTF_8, UTF_16LE, UTF_16BE, ISO_8859_1)
                        .filter(charset -> charset == UTF_8 || document.startsWith("<"))
                        .map(charset -> Arguments.of(document, charset)));
    }

    /** What is complete before the cut is read, and nothing else. Query form cannot see a cut. */
    @ParameterizedTest
    @MethodSource("encodedDocuments")
    void aCutDocumentSaysWhatWasCompleteBefore(String document, Charset charset) {
        CreateStreamSessionConnectionCodec codec = codecOf(document);
        String start = charset == ISO_8859_1
                ? "<?xml version='1.0' encoding='ISO-8859-1'?>"
                : charset == UTF_8 ? "" : "\uFEFF";
        byte[] bytes = (start + document.replace("<?xml version='1.0'?>", "")).getBytes(charset);
        ErrorDocument whole = codec.readErrorDocument(bytes);
        assertThat(whole.code()).contains(CODE);
        ErrorDocument before = codec.readErrorDocument(new byte[0]);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            ErrorDocument read = codec.readErrorDocument(cut);
            if (codec != CreateStreamSessionConnectionCodec.query()) {
                assertThat(read.code()).isIn(before.code(), whole.code());
                assertThat(read.message()).isIn(before.message(), whole.message());
                assertThat(read.requestId()).isIn(before.requestId(), whole.requestId());
            } else if (read.code().isPresent()) {
                assertThat(document).containsPattern("(Code=|%23)" + read.code().get());
            }
            before = read;
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aWrongByteOutsideTheCodeDoesNotChangeIt(String document) {
        CreateStreamSessionConnectionCodec codec = codecOf(document);
        byte[] bytes = document.getBytes(UTF_8);
        int start = document.substring(0, document.indexOf(CODE)).getBytes(UTF_8).length;
        int first = start - 1;
        while (!isDelimiter(bytes[first])) {
            first--;
        }
        int last = start;
        while (last < bytes.length && !isDelimiter(bytes[last])) {
            last++;
        }
        for (int i = 0; i < bytes.length; i++) {
            for (int b = 0; b < 256; b++) {
                byte[] changed = bytes.clone();
                changed[i] = (byte) b;
                Optional<String> code = codec.readErrorDocument(changed).code();
                boolean isInValue = first <= i && i <= last;
                if (code.isPresent()
                        && !code.get().equals(CODE)
                        && !isInValue
                        && code.get().indexOf(b) < 0) {
                    throw new AssertionError("byte " + b + " at " + i + " gives the code " + code.get());
                }
            }
        }
    }

    /** Returns whether a byte is the quote, tag or sign at the beginning or end of a value. */
    private static boolean isDelimiter(byte b) {
        return "\"<>=&".indexOf(b) >= 0;
    }
}
