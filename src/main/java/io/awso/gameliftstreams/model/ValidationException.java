package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A value in the request breaks a constraint of the service model. Correct it before trying again.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ValidationException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "ValidationException";

    public ValidationException {
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
