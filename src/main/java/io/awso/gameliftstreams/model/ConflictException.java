package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The request conflicts with the current state of the stream session. Resolve the conflict before trying again.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ConflictException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "ConflictException";

    public ConflictException {
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
