package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A value in the request breaks a constraint of the service model. Correct it before trying
 * again.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ValidationException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws NullPointerException if the message is null
     */
    public ValidationException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.VALIDATION.code();
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return ErrorShape.toString(this);
    }
}
