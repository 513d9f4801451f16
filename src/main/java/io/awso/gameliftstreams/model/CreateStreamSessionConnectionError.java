package io.awso.gameliftstreams.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An error response of {@code CreateStreamSessionConnection}: one of the six errors of the service model, or {@link
 * UnknownOperationError} for any other code.
 *
 * <p>Errors are values, not throwables: they compare by code and message, match in a {@code switch}, and carry no stack
 * trace. {@link #toException()} is for callers who throw.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({CreateStreamSessionConnectionError.TYPE, CreateStreamSessionConnectionError.MESSAGE})
public sealed interface CreateStreamSessionConnectionError
        permits AccessDeniedException,
                ConflictException,
                InternalServerException,
                ResourceNotFoundException,
                ThrottlingException,
                ValidationException,
                UnknownOperationError {

    /** The JSON name of {@link #code()} (Smithy, AWS restJson1, "Operation error serialization"). */
    String TYPE = "__type";

    /** The wire name of the member that holds {@link #message()}. */
    String MESSAGE = "Message";

    /**
     * Returns the error with the given code and message: the modelled type for a modelled code, and an {@link
     * UnknownOperationError} for any other.
     *
     * @param code the error code, such as {@code ThrottlingException}; case-sensitive, and without namespace or URI
     * @param messageOrNull the message, or null for none; an empty message is a message
     * @throws IllegalArgumentException if the code is not {@linkplain #isUsableCode usable}
     */
    static CreateStreamSessionConnectionError of(String code, @Nullable String messageOrNull) {
        Objects.requireNonNull(code, "code");
        Optional<String> message = Optional.ofNullable(messageOrNull);
        return switch (code) {
            case AccessDeniedException.CODE -> new AccessDeniedException(message);
            case ConflictException.CODE -> new ConflictException(message);
            case InternalServerException.CODE -> new InternalServerException(message);
            case ResourceNotFoundException.CODE -> new ResourceNotFoundException(message);
            case ThrottlingException.CODE -> new ThrottlingException(message);
            case ValidationException.CODE -> new ValidationException(message);
            default -> new UnknownOperationError(code, message);
        };
    }

    /**
     * Returns whether a string can be an error code: 1 to 256 characters, each one of {@code A-Z a-z 0-9 . _ - $ /}.
     * Every format can carry such a code, and it is safe to log.
     */
    static boolean isUsableCode(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean isLetter = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z';
            // The characters from '.' to '9' are '.', '/' and the digits.
            if (!isLetter && !('.' <= c && c <= '9') && c != '_' && c != '-' && c != '$') {
                return false;
            }
        }
        return !code.isEmpty() && code.length() <= 256;
    }

    /** {@return the error code; for a modelled error the shape's name in the service model} */
    @JsonProperty(TYPE)
    String code();

    /**
     * Returns the service's description of the error, unchanged, or empty if it sent none. The service model requires
     * one, but real services omit it. {@link ControlCharacters#escape} makes it safe to log.
     */
    @JsonProperty(MESSAGE)
    Optional<String> message();

    /** {@return the HTTP status code in the service model; empty for an {@link UnknownOperationError}} */
    @JsonIgnore
    default OptionalInt httpStatusCode() {
        return ErrorTraits.of(code()).httpStatusCode();
    }

    /** {@return who caused the error; {@link Fault#UNKNOWN} for an {@link UnknownOperationError}} */
    @JsonIgnore
    default Fault fault() {
        return ErrorTraits.of(code()).fault();
    }

    /**
     * Returns whether the same request may succeed later. For a modelled error, the service model says so; for any other
     * code, the lists in the AWS SDK for Java 2.57.8 do. Unlike in the SDK, clock-skew codes are not retryable, because
     * the caller must first correct its clock and sign again.
     */
    @JsonIgnore
    default boolean isRetryable() {
        return ErrorTraits.of(code()).isRetryable();
    }

    /**
     * Returns whether the error asks the caller to slow down, as {@link ThrottlingException} and the list in the AWS SDK for
     * Java 2.57.8 do. Every throttling error is also {@linkplain #isRetryable() retryable}.
     */
    @JsonIgnore
    default boolean isThrottling() {
        return ErrorTraits.of(code()).isThrottling();
    }

    /**
     * Returns the present members of the error's shape by wire name: {@code Message}, or an empty map. The map is
     * unmodifiable. It does not contain the code, which each format writes in its own place.
     */
    @JsonIgnore
    default Map<String, String> members() {
        Optional<String> message = message();
        return message.isPresent() ? Map.of(MESSAGE, message.get()) : Map.of();
    }

    /** {@return a new exception that carries this error, with the stack trace of this call} */
    @JsonIgnore
    default CreateStreamSessionConnectionException toException() {
        return new CreateStreamSessionConnectionException(this);
    }

    /**
     * Returns the code and the message, safe to log: a message longer than 1,000 characters is cut and ends in {@code
     * ...}, and characters are escaped as by {@link ControlCharacters#escape}.
     */
    @Override
    String toString();
}
