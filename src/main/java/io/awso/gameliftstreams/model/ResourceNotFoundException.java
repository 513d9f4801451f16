package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The stream group or the stream session does not exist. Correct the request before trying again.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ResourceNotFoundException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "ResourceNotFoundException";

    public ResourceNotFoundException {
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
