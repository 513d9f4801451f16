package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The service turned the request down because there were too many. It may succeed after a wait.
 *
 * @param message the service's description of the error; empty where it sent none
 */
public record ThrottlingException(Optional<String> message) implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param message the description, or {@link Optional#empty()} for none
     * @throws NullPointerException if the message is null
     */
    public ThrottlingException {
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String code() {
        return ErrorShape.THROTTLING.code();
    }
}
