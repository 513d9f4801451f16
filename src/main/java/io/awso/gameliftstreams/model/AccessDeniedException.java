package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The caller may not use the stream group or the stream session. Correct the permissions before trying again.
 * A value, not a {@code Throwable}; see {@link #toException()}.
 *
 * @param message the service's description of the error; empty if it sent none
 */
public record AccessDeniedException(Optional<String> message) implements CreateStreamSessionConnectionError {
    static final String CODE = "AccessDeniedException";

    public AccessDeniedException {
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
