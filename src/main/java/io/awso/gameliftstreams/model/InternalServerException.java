package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service failed to complete the request. The same request may succeed later.
 *
 * @param message the service's description of the error; empty where it sent none
 */
public record InternalServerException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param message the description, or {@link Optional#empty()} for none
     * @throws NullPointerException if the message is null
     */
    public InternalServerException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.INTERNAL.code();
    }
}
