package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.error;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreateStreamSessionConnectionExceptionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # code              | error message | status | request id | exception message
                    ThrottlingException | Rate exceeded | 429    | 7f3c       | ThrottlingException: Rate exceeded (status 429, request id 7f3c)
                    ThrottlingException | Rate exceeded | 0      |            | ThrottlingException: Rate exceeded (status 0)
                    ThrottlingException | Rate exceeded |        |            | ThrottlingException: Rate exceeded
                    SlowDown            |               | 503    | 7f3c       | SlowDown (status 503, request id 7f3c)
                    SlowDown            |               |        |            | SlowDown
                    """)
    void theMessageLeavesOutWhatIsAbsentAndEverythingSurvivesSerialization(
            String code, String message, Integer statusCode, String requestId, String expected) throws Exception {
        CreateStreamSessionConnectionError error = error(code, message);
        CreateStreamSessionConnectionException exception = statusCode == null
                ? error.toException()
                : new CreateStreamSessionConnectionException(error, statusCode, Optional.ofNullable(requestId));
        assertThat(exception).hasNoCause();
        exception.initCause(new IOException("reset"));
        exception.addSuppressed(new IOException("closed", exception));

        CreateStreamSessionConnectionException read = deserialized(serialized(exception));

        for (CreateStreamSessionConnectionException each : List.of(exception, read)) {
            assertThat(each.error()).isEqualTo(error);
            assertThat(each.statusCode())
                    .isEqualTo(statusCode == null ? OptionalInt.empty() : OptionalInt.of(statusCode));
            assertThat(each.requestId()).isEqualTo(Optional.ofNullable(requestId));
            assertThat(each).hasMessage(expected).cause().hasMessage("reset");
            assertThat(each.getStackTrace()).isEqualTo(exception.getStackTrace());
            assertThat(each.getSuppressed()[0]).hasMessage("closed").cause().isSameAs(each);
        }
    }

    @Test
    void theMessageIsCutAndEscaped() {
        CreateStreamSessionConnectionError error = error("ConflictException", "a\u001B\n" + "\n".repeat(999));

        assertThat(new CreateStreamSessionConnectionException(error, 409, Optional.of("7f\n3c")))
                .hasMessage("ConflictException: a\\u001b" + "\\n".repeat(998) + "... (status 409, request id 7f\\n3c)");
    }

    @Test
    void constructorsRejectNull() {
        assertThatNullPointerException().isThrownBy(() -> new CreateStreamSessionConnectionException(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionException(null, 500, Optional.empty()));
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionException(error("X", null), 500, null));
    }

    /** An exception whose serialized form holds each of its strings once. */
    private static final CreateStreamSessionConnectionException SLOW_DOWN =
            new CreateStreamSessionConnectionException(error("SlowDown", "Busy"), 503, Optional.of("7f3c"));

    @Test
    void aStreamCannotGiveAnExceptionAnUnusableCode() throws IOException {
        for (String code : Arrays.asList("", "a\nb", "ns#SlowDown", "\u202E", "x".repeat(257), null)) {
            byte[] tampered = tampered("SlowDown", code);

            assertThatThrownBy(() -> deserialized(tampered))
                    .isExactlyInstanceOf(InvalidObjectException.class)
                    .hasMessage("not a usable error code");
        }
    }

    @Test
    void aStreamCannotGiveAnExceptionAnotherMessage() throws IOException, ClassNotFoundException {
        String firstString = "q\0~\0\1"; // A reference, because one more string would shift all references after it.
        String afterMessage = "ur\0\36[Ljava.lang.StackTraceElement;";

        assertThat(deserialized(replaced(inStream(null) + afterMessage, firstString + afterMessage)))
                .hasMessage(SLOW_DOWN.getMessage());
    }

    @Test
    void whatAStreamHoldsIsShownSafely() throws IOException, ClassNotFoundException {
        assertThat(deserialized(tampered("Busy", "a\n" + "m".repeat(60_000))))
                .hasMessage("SlowDown: a\\n" + "m".repeat(998) + "... (status 503, request id 7f3c)");
        assertThat(deserialized(tampered("7f3c", "7f\n3c")))
                .hasMessage("SlowDown: Busy (status 503, request id 7f\\n3c)");
        assertThat(deserialized(tampered("SlowDown", "ConflictException")).error())
                .isEqualTo(error("ConflictException", "Busy"));
    }

    private static byte[] serialized(CreateStreamSessionConnectionException exception) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        return bytes.toByteArray();
    }

    private static CreateStreamSessionConnectionException deserialized(byte[] bytes)
            throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (CreateStreamSessionConnectionException) in.readObject();
        }
    }

    /** Returns the serialized form of {@link #SLOW_DOWN} with another string in place of one; null stands for null. */
    private static byte[] tampered(String from, String to) throws IOException {
        return replaced(inStream(from), inStream(to));
    }

    /** Returns the serialized form of {@link #SLOW_DOWN} with other bytes in place of some that it holds once. */
    private static byte[] replaced(String from, String to) throws IOException {
        String stream = new String(serialized(SLOW_DOWN), ISO_8859_1);
        int start = stream.indexOf(from);

        assertThat(start).isPositive().isEqualTo(stream.lastIndexOf(from));
        return (stream.substring(0, start) + to + stream.substring(start + from.length())).getBytes(ISO_8859_1);
    }

    /** Returns a string's bytes in a stream (Java Object Serialization Specification, section 6.4). */
    private static String inStream(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(text == null ? ObjectStreamConstants.TC_NULL : ObjectStreamConstants.TC_STRING);
        if (text != null) {
            new DataOutputStream(bytes).writeUTF(text);
        }
        return bytes.toString(ISO_8859_1);
    }
}
