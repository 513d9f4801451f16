package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * An error whose code is not one of the six in the service model: an error that the service added later, one that any
 * AWS service can return (such as {@code UnrecognizedClientException}), or one from a proxy or gateway between the
 * service and the caller. The code {@code UnknownError} is the library's own: it means that the response had none.
 * A value, not a {@code Throwable}; see {@link #toException()}.
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
     */
    public UnknownOperationError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        if (ErrorTraits.of(code).fault() != Fault.UNKNOWN) {
            throw new IllegalArgumentException(code + " is a modelled error, not an unknown one");
        }
        if (!CreateStreamSessionConnectionError.isUsableCode(code)) {
            throw new IllegalArgumentException(
                    "not a usable error code: expected 1 to 256 characters, each one of A-Z a-z 0-9 . _ - $ /");
        }
    }

    @Override
    public String toString() {
        return "UnknownOperationError[code=" + code + ", message=" + ControlCharacters.shown(message) + "]";
    }
}
