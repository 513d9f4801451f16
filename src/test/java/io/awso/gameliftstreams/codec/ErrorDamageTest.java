package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.Fixtures.codecOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

    static Stream<Arguments> documents() {
        Stream<String> documents = """
                {"__type":"ConflictException","Message":"b\u00FCsy\\n"}
                {"Message":17,"code":"ns#ConflictException:http://internal/"}
                {"error":"ConflictException","details":{"Message":"busy"}}
                {"Error":{"Code":"ConflictException","Message":"busy"},"RequestId":"7f3c"}
                {"Output":{"__type":"a.b#ConflictException"},"Version":"1.0"}
                {"fault":{"details":{"code":"ConflictException"},"message":"busy"},"title":"t"}
                <ErrorResponse><Error><Code>ConflictException</Code><Message>b&#xfc;sy</Message></Error></ErrorResponse>
                <?xml version='1.0'?><Error a='b'><!-- c --><Code><![CDATA[ConflictException]]></Code><RequestId>7</RequestId></Error>
                <ConflictException><Message>busy</Message></ConflictException>
                Code=ConflictException&Message=b%C3%BCsy
                Message=b%C3%BCsy&Code=ns%23ConflictException
                """.lines();
        return documents.map(document -> Arguments.of(codecOf(document), document));
    }

    /** Query form has no end mark, so a value that is cut off is used as it is. */
    @ParameterizedTest
    @MethodSource("documents")
    void aCutDocumentHasTheCodeOrNone(CreateStreamSessionConnectionCodec codec, String document) {
        boolean mayBeCut = codec == CreateStreamSessionConnectionCodec.query();
        byte[] bytes = document.getBytes(UTF_8);
        for (int length = 0; length <= bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Optional<String> code = codec.readErrorDocument(cut).code();
            if (code.isPresent() && !code.get().equals(CODE)) {
                assertThat(mayBeCut && document.matches(".*(Code=|%23)" + code.get() + ".*"))
                        .as("the first %d bytes have the code %s", length, code)
                        .isTrue();
            }
        }
        assertThat(codec.decodeError(bytes).code()).isEqualTo(CODE);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aWrongByteOutsideTheCodeDoesNotChangeIt(CreateStreamSessionConnectionCodec codec, String document) {
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
