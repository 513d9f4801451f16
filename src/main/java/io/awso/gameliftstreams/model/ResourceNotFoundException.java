package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The stream group or the stream session does not exist. Correct the request before trying again.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record ResourceNotFoundException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws NullPointerException if the message is null
     */
    public ResourceNotFoundException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.RESOURCE_NOT_FOUND.code();
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return ErrorShape.toString(this);
    }
}
