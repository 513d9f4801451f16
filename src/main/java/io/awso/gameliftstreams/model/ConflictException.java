package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The request conflicts with the state that the stream session is in.
 *
 * @param message the service's description of the error; empty where it sent none
 */
public record ConflictException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param message the description, or {@link Optional#empty()} for none
     * @throws NullPointerException if the message is null
     */
    public ConflictException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.CONFLICT.code();
    }
}
