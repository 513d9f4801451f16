package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service received too many requests. The same request may succeed after a wait.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ThrottlingException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "ThrottlingException";

    public ThrottlingException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toString() {
        return CODE + "[message=" + ControlCharacters.shown(message) + "]";
    }
}
