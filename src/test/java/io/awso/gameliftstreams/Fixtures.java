package io.awso.gameliftstreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Values and assertions that many tests need. */
public final class Fixtures {
    private Fixtures() {}

    /** Returns an output; null stands for an absent signal response. */
    public static CreateStreamSessionConnectionOutput output(String signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse));
    }

    /** Returns an error; null stands for an absent message. */
    public static CreateStreamSessionConnectionError error(String code, String message) {
        return CreateStreamSessionConnectionError.of(code, message);
    }

    /** Asserts that a call throws a {@code CodecException} with a message, no cause and nothing suppressed. */
    public static void assertRejected(ThrowingCallable call, String message) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isExactlyInstanceOf(CodecException.class).hasMessage(message);
        assertThat(thrown).hasNoCause().hasNoSuppressedExceptions();
    }
}
