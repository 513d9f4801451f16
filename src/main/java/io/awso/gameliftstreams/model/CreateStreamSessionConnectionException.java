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

    /** The error's code; with the message all of the error, whose {@code Optional} cannot be serialized. */
    private final String errorCode;

    /** The error's message, or null. */
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
