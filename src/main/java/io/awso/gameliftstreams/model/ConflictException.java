package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The request conflicts with the current state of the stream session. Resolve the conflict before
 * trying again.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ConflictException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws NullPointerException if the message is null
     */
    public ConflictException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.CONFLICT.code();
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return ErrorShape.toString(this);
    }
}
