package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The caller lacks the permission to use the stream group or the stream session.
 *
 * @param message the service's description of the error; empty where it sent none
 */
public record AccessDeniedException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param message the description, or {@link Optional#empty()} for none
     * @throws NullPointerException if the message is null
     */
    public AccessDeniedException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.ACCESS_DENIED.code();
    }
}
