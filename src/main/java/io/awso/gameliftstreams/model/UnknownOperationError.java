package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * An error whose code is not one of the six in the service model: an error that the service added later, one
 * that any AWS service can return (such as {@code UnrecognizedClientException}), or one from a proxy or gateway
 * between the service and the caller.
 *
 * @param code the error code, without namespace or URI
 * @param message the description that came with the code; empty if there was none
 */
public record UnknownOperationError(String code, Optional<String> message)
        implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws IllegalArgumentException if the code is one of the six modelled codes, or is not {@linkplain
     *     CreateStreamSessionConnectionError#isUsableCode usable}
     * @throws NullPointerException if the code or the message is null
     */
    public UnknownOperationError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        if (ErrorShape.of(code) != ErrorShape.UNKNOWN) {
            throw new IllegalArgumentException(code + " is a modelled error, not an unknown one");
        }
        if (!CreateStreamSessionConnectionError.isUsableCode(code)) {
            throw new IllegalArgumentException("not a usable error code: expected 1 to 256 characters without ':', ',',"
                    + " '#' and control characters, and no white space at either end");
        }
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return "UnknownOperationError[code=" + code + ", message=" + ErrorShape.toString(message) + "]";
    }
}
