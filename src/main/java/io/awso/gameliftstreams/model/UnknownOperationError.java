package io.awso.gameliftstreams.model;

import java.util.Objects;
import java.util.Optional;

/**
 * An error whose code is none of the service model's six: one that the service added later, one
 * that every AWS service can return ({@code UnrecognizedClientException}), or one made by something
 * between the service and the caller.
 *
 * @param code the error code as the service sent it, cleaned of namespace and URI
 * @param message the description that came with it; empty where none came
 */
public record UnknownOperationError(String code, Optional<String> message)
        implements CreateStreamSessionConnectionError {

    /**
     * Makes the error.
     *
     * @param code the bare error code
     * @param message the description, or {@link Optional#empty()} for none
     * @throws IllegalArgumentException if the code is that of a modelled error, is blank, begins or
     *     ends with white space ({@link Character#isWhitespace(int)}), or has a {@code :}, {@code ,}
     *     or {@code #} in it: no format would give such a code back, since those mark namespace and
     *     URI in AWS restJson1
     * @throws NullPointerException if the code or the message is null
     */
    public UnknownOperationError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        if (ErrorShape.of(code) != ErrorShape.UNKNOWN) {
            throw new IllegalArgumentException("the code of a modelled error: " + code);
        }
        if (code.isBlank()) {
            throw new IllegalArgumentException("a blank code");
        }
        if (!code.equals(code.strip())) {
            throw new IllegalArgumentException("a code with white space at its ends");
        }
        if (code.chars().anyMatch(c -> c == ':' || c == ',' || c == '#')) {
            throw new IllegalArgumentException("a code with ':', ',' or '#' in it");
        }
    }
}
