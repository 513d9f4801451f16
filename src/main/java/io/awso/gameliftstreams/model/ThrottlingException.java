package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service received too many requests. The same request may succeed after a wait.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ThrottlingException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws NullPointerException if the message is null
     */
    public ThrottlingException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.THROTTLING.code();
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return ErrorShape.toString(this);
    }
}
