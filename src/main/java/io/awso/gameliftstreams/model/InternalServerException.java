package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service failed to complete the request. The same request may succeed later.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record InternalServerException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Creates the error.
     *
     * @throws NullPointerException if the message is null
     */
    public InternalServerException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.INTERNAL_SERVER.code();
    }

    /** Returns the code and the message, with control characters escaped. */
    @Override
    public String toString() {
        return ErrorShape.toString(this);
    }
}
