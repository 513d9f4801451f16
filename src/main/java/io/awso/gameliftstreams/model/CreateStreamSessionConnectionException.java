package io.awso.gameliftstreams.model;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A {@link CreateStreamSessionConnectionError} as an exception, for callers who throw. Its message contains the error's
 * code and message and, if present, the status code and the request id: {@code ThrottlingException: Rate exceeded (status
 * 429, request id 7f3c)}. Like {@link CreateStreamSessionConnectionError#toString()}, it is safe to log.
 */
public final class CreateStreamSessionConnectionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    // An Optional cannot be serialized, so the parts are stored as nullable fields.
    private final String errorCode;
    private final @Nullable String errorMessage;
    private final @Nullable Integer statusCode;
    private final @Nullable String requestId;

    /** Creates an exception without status code and request id. */
    public CreateStreamSessionConnectionException(CreateStreamSessionConnectionError error) {
        this(error, null, null);
    }

    /**
     * Creates an exception for an error in an HTTP response.
     *
     * @param requestId the id that the service gave the request; empty if it gave none
     */
    public CreateStreamSessionConnectionException(
            CreateStreamSessionConnectionError error, int statusCode, Optional<String> requestId) {
        this(error, Integer.valueOf(statusCode), requestId.orElse(null));
    }

    private CreateStreamSessionConnectionException(
            CreateStreamSessionConnectionError error, @Nullable Integer statusCode, @Nullable String requestId) {
        this.errorCode = error.code();
        this.errorMessage = error.message().orElse(null);
        this.statusCode = statusCode;
        this.requestId = requestId;
    }

    @Override
    public String getMessage() {
        // Never the message that a stream gave Throwable: it can hold anything.
        String message = errorMessage == null ? "" : ": " + ControlCharacters.shown(error().message());
        String id = requestId == null ? "" : ", request id " + ControlCharacters.escape(requestId);
        String status = statusCode == null ? "" : " (status " + statusCode + id + ")";
        return errorCode + message + status;
    }

    // Not a readResolve(): the exception's own causes and suppressed exceptions would refer to the replaced one.
    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (errorCode == null || !CreateStreamSessionConnectionError.isUsableCode(errorCode)) {
            throw new InvalidObjectException("not a usable error code");
        }
    }

    /** {@return an error equal to the one that this exception was created with} */
    public CreateStreamSessionConnectionError error() {
        return CreateStreamSessionConnectionError.of(errorCode, errorMessage);
    }

    /** {@return the status code of the response; empty if the exception was created without one} */
    public OptionalInt statusCode() {
        return statusCode == null ? OptionalInt.empty() : OptionalInt.of(statusCode);
    }

    /** {@return the id that the service gave the request; empty if there is none} */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
