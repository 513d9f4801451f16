package io.awso.gameliftstreams.model;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CreateStreamSessionConnectionError} as an exception, for callers who throw. Its message
 * is the error's code, followed by the error's message where there is one.
 */
public final class CreateStreamSessionConnectionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    // The error in parts, since an Optional would not survive the serialization of the exception.
    private final String errorCode;
    private final @Nullable String errorMessage;

    /**
     * Makes the exception; {@link CreateStreamSessionConnectionError#toException()} does the same.
     *
     * @param error the error that it carries
     * @throws NullPointerException if the error is null
     */
    public CreateStreamSessionConnectionException(CreateStreamSessionConnectionError error) {
        super(error.message().map(message -> error.code() + ": " + message).orElse(error.code()));
        this.errorCode = error.code();
        this.errorMessage = error.message().orElse(null);
    }

    /**
     * The error that this exception carries.
     *
     * @return an error that equals the one it was made of
     */
    public CreateStreamSessionConnectionError error() {
        return CreateStreamSessionConnectionError.of(errorCode, errorMessage);
    }
}
