package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service failed to complete the request. The same request may succeed later.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record InternalServerException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "InternalServerException";

    public InternalServerException {
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
