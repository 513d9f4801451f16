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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CreateStreamSessionConnectionExceptionTest {
    static List<CreateStreamSessionConnectionError> errors() {
        return CreateStreamSessionConnectionErrorTest.ERRORS;
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anExceptionMayCarryNothingButAnError(CreateStreamSessionConnectionError error) {
        for (CreateStreamSessionConnectionException exception :
                List.of(error.toException(), new CreateStreamSessionConnectionException(error))) {
            assertThat(exception.error()).isEqualTo(error);
            assertThat(exception.statusCode()).isEmpty();
            assertThat(exception.requestId()).isEmpty();
            assertThat(exception).isInstanceOf(RuntimeException.class).hasNoCause();
        }
    }

    @Test
    void anExceptionMayCarryStatusAndRequestId() {
        CreateStreamSessionConnectionException exception =
                new CreateStreamSessionConnectionException(error("SlowDown", "Busy"), 503, Optional.of("7f3c"));

        assertThat(exception.error()).isEqualTo(error("SlowDown", "Busy"));
        assertThat(exception.statusCode()).hasValue(503);
        assertThat(exception.requestId()).contains("7f3c");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # error message | status | request id | exception message
                    Rate exceeded   | 429    | 7f3c       | ThrottlingException: Rate exceeded (status 429, request id 7f3c)
                    Rate exceeded   | 429    |            | ThrottlingException: Rate exceeded (status 429)
                    Rate exceeded   |        |            | ThrottlingException: Rate exceeded
                                    | 429    | 7f3c       | ThrottlingException (status 429, request id 7f3c)
                                    |        |            | ThrottlingException
                    """)
    void theMessageLeavesOutWhatIsAbsent(String message, Integer statusCode, String requestId, String expected) {
        CreateStreamSessionConnectionError error = error("ThrottlingException", message);

        assertThat(
                        statusCode == null
                                ? new CreateStreamSessionConnectionException(error)
                                : new CreateStreamSessionConnectionException(
                                        error, statusCode, Optional.ofNullable(requestId)))
                .hasMessage(expected);
    }

    @Test
    void theMessageEscapesControlCharacters() {
        CreateStreamSessionConnectionError error = error("ConflictException", "a\r\nINFO login ok\u001B[31m");
        CreateStreamSessionConnectionException exception =
                new CreateStreamSessionConnectionException(error, 409, Optional.of("7f\n3c"));

        assertThat(exception)
                .hasMessage("ConflictException: a\\r\\nINFO login ok\\u001b[31m (status 409, request id 7f\\n3c)");
        assertThat(exception.error()).isEqualTo(error);
        assertThat(exception.requestId()).contains("7f\n3c");
    }

    @Test
    void constructorsRejectNull() {
        assertThatNullPointerException().isThrownBy(() -> new CreateStreamSessionConnectionException(null));
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionException(null, 500, Optional.empty()));
        assertThatNullPointerException()
                .isThrownBy(() -> new CreateStreamSessionConnectionException(error("X", null), 500, null));
    }

    @Test
    void theMessageOfALongErrorIsCut() {
        assertThat(new CreateStreamSessionConnectionException(
                        error("ConflictException", "\n".repeat(1_001)), 409, Optional.of("7f3c")))
                .hasMessage("ConflictException: " + "\\n".repeat(1_000) + "... (status 409, request id 7f3c)");
    }

    @ParameterizedTest
    @MethodSource("errors")
    void exceptionsSurviveSerialization(CreateStreamSessionConnectionError error)
            throws IOException, ClassNotFoundException {
        requireSurvives(new CreateStreamSessionConnectionException(error));
        requireSurvives(new CreateStreamSessionConnectionException(error, 0, Optional.empty()));
        requireSurvives(new CreateStreamSessionConnectionException(error, 503, Optional.of("7f3c")));
    }

    private static void requireSurvives(CreateStreamSessionConnectionException exception)
            throws IOException, ClassNotFoundException {
        exception.initCause(new IOException("reset"));
        exception.addSuppressed(new IOException("closed"));

        CreateStreamSessionConnectionException read = deserialized(serialized(exception));

        assertThat(read.error()).isEqualTo(exception.error());
        assertThat(read.statusCode()).isEqualTo(exception.statusCode());
        assertThat(read.requestId()).isEqualTo(exception.requestId());
        assertThat(read)
                .hasMessage(exception.getMessage())
                .hasStackTraceContaining("requireSurvives")
                .cause()
                .hasMessage("reset");
        assertThat(read.getStackTrace()).isEqualTo(exception.getStackTrace());
        assertThat(read.getSuppressed()).extracting(Throwable::getMessage).containsExactly("closed");
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
    void whatRefersToADeserializedExceptionFindsTheSameOne() throws IOException, ClassNotFoundException {
        CreateStreamSessionConnectionException exception =
                error("SlowDown", "Busy").toException();
        exception.addSuppressed(new IOException("closed", exception));

        CreateStreamSessionConnectionException read = deserialized(serialized(exception));

        assertThat(read.getSuppressed()[0]).hasMessage("closed").cause().isSameAs(read);
    }

    @Test
    void whatAStreamHoldsIsShownSafely() throws IOException, ClassNotFoundException {
        CreateStreamSessionConnectionException read = deserialized(tampered("Busy", "a\nINFO login ok\u202E"));

        assertThat(read).hasMessage("SlowDown: a\\nINFO login ok\\u202e (status 503, request id 7f3c)");
        assertThat(read.error()).isEqualTo(error("SlowDown", "a\nINFO login ok\u202E"));
        assertThat(deserialized(tampered("Busy", "m".repeat(60_000))))
                .hasMessage("SlowDown: " + "m".repeat(1_000) + "... (status 503, request id 7f3c)");
        assertThat(deserialized(tampered("Busy", null))).hasMessage("SlowDown (status 503, request id 7f3c)");
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
