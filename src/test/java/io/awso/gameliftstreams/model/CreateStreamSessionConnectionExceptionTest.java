package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.Fixtures.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CreateStreamSessionConnectionException read = (CreateStreamSessionConnectionException) in.readObject();

            assertThat(read.error()).isEqualTo(exception.error());
            assertThat(read.statusCode()).isEqualTo(exception.statusCode());
            assertThat(read.requestId()).isEqualTo(exception.requestId());
            assertThat(read).hasMessage(exception.getMessage());
        }
    }
}
