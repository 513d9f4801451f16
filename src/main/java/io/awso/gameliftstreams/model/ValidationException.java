package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A value in the request breaks a constraint of the service model.
 *
 * @param message the service's description of the error; empty where it sent none
 */
public record ValidationException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param message the description, or {@link Optional#empty()} for none
     * @throws NullPointerException if the message is null
     */
    public ValidationException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.VALIDATION.code();
    }
}
