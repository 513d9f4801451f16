package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class CreateStreamSessionConnectionResultTest {
    private static final byte[] BODY = {'a', 'b'};
    private static final CreateStreamSessionConnectionError ERROR = error("ThrottlingException", "Slow\n");
    private static final Optional<String> ID = Optional.of("7f3c\u001b");
    private static final Optional<Duration> WAIT = Optional.of(Duration.ofMillis(1500));
    private static final Failure FAILURE = new Failure(ERROR, 400, ID, WAIT, BODY);

    @Test
    void successGivesItsOutput() {
        assertThat(new Success(output("v=0"), 200, ID).orElseThrow()).isEqualTo(output("v=0"));
    }

    @Test
    void failureThrowsItsErrorWithStatusAndRequestId() {
        assertThatThrownBy(FAILURE::orElseThrow)
                .isExactlyInstanceOf(CreateStreamSessionConnectionException.class)
                .hasMessage("ThrottlingException: Slow\\n (status 400, request id 7f3c\\u001b)")
                .hasNoCause();
    }

    @Test
    void bodyOfAFailureCannotBeChanged() {
        byte[] body = BODY.clone();
        Failure failure = new Failure(ERROR, 400, ID, WAIT, body);
        body[0] = 'x';
        failure.body()[1] = 'x';

        assertThat(failure.body()).containsExactly('a', 'b');
    }

    @Test
    void failuresCompareAllComponentsAndTheBodyByContent() {
        Failure equal = new Failure(error("ThrottlingException", "Slow\n"), 400, ID, WAIT, BODY.clone());

        assertThat(FAILURE).isEqualTo(equal).hasSameHashCodeAs(equal).isNotEqualTo("a");
        for (Failure other : List.of(
                new Failure(error("ThrottlingException", null), 400, ID, WAIT, BODY),
                new Failure(ERROR, 401, ID, WAIT, BODY),
                new Failure(ERROR, 400, Optional.empty(), WAIT, BODY),
                new Failure(ERROR, 400, ID, Optional.empty(), BODY),
                new Failure(ERROR, 400, ID, WAIT, new byte[] {'a'}))) {
            assertThat(FAILURE).isNotEqualTo(other).doesNotHaveSameHashCodeAs(other);
        }
    }

    @Test
    void textShowsTheErrorButNeitherTheBodyNorTheAnswer() {
        assertThat(FAILURE)
                .hasToString(
                        "Failure[error=ThrottlingException[message=Slow\\n], statusCode=400, requestId=7f3c\\u001b,"
                                + " retryAfter=PT1.5S, body=2 bytes]");
        assertThat(new Failure(ERROR, 0, Optional.empty(), Optional.empty(), new byte[0]).toString())
                .endsWith("statusCode=0, requestId=(absent), retryAfter=(absent), body=0 bytes]");
        assertThat(new Success(output("s3cr3t"), 200, ID).toString())
                .doesNotContain("s3cr3t")
                .endsWith(", statusCode=200, requestId=7f3c\\u001b]");
    }

    @Test
    void nullComponentsThrow() {
        List<ThrowingCallable> calls = List.of(
                () -> new Success(null, 200, ID),
                () -> new Success(output("a"), 200, null),
                () -> new Failure(null, 500, ID, WAIT, BODY),
                () -> new Failure(ERROR, 500, null, WAIT, BODY),
                () -> new Failure(ERROR, 500, ID, null, BODY),
                () -> new Failure(ERROR, 500, ID, WAIT, null));

        assertThat(calls).allSatisfy(call -> assertThatNullPointerException().isThrownBy(call));
    }
}
