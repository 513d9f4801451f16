package io.awso.gameliftstreams.model;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What {@code CreateStreamSessionConnection} answers when it fails: one of the six errors of the
 * service model, or {@link UnknownOperationError} for any other code.
 *
 * <p>Errors are values, not throwables: they compare by code and message, match in a {@code switch}
 * and carry no stack trace. {@link #toException()} is for those who throw. The traits are those of
 * the service model; it says nothing of an {@link UnknownOperationError}.
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public sealed interface CreateStreamSessionConnectionError
        permits AccessDeniedException,
                ConflictException,
                InternalServerException,
                ResourceNotFoundException,
                ThrottlingException,
                ValidationException,
                UnknownOperationError {

    /** The name that JSON has for the {@link #code()} (Smithy, AWS restJson1, "Operation error serialization"). */
    String TYPE = "__type";

    /** The wire name of the member that holds {@link #message()}. */
    String MESSAGE = "Message";

    /**
     * The error that a code and a message make.
     *
     * @param code the error code, the bare shape name such as {@code ThrottlingException}; it is
     *     taken as it is, and its case counts
     * @param messageOrNull the message, or null where there is none; an empty message is a message
     * @return the modelled type for a modelled code, an {@link UnknownOperationError} for every other
     * @throws IllegalArgumentException if {@link UnknownOperationError} cannot hold the code
     * @throws NullPointerException if the code is null
     */
    static CreateStreamSessionConnectionError of(String code, @Nullable String messageOrNull) {
        Objects.requireNonNull(code, "code");
        return ErrorShape.of(code).newError(code, Optional.ofNullable(messageOrNull));
    }

    /**
     * The error code: for a modelled error the shape name of the service model, which is also the
     * name of its type here.
     *
     * @return the code, never blank
     */
    @JsonProperty(TYPE)
    String code();

    /**
     * The service's description of the error, in words for people.
     *
     * @return the message; empty where the service sent none. (The service model requires it, yet
     *     services are seen to leave it out.)
     */
    @JsonProperty(MESSAGE)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<String> message();

    /**
     * The status code that the service model gives the error (Smithy's {@code httpError} trait).
     *
     * @return the status code; empty for an {@link UnknownOperationError}
     */
    default OptionalInt httpStatusCode() {
        return ErrorShape.of(code()).httpStatusCode();
    }

    /**
     * Whose fault the error is (Smithy's {@code error} trait).
     *
     * @return the fault; {@link Fault#UNKNOWN} for an {@link UnknownOperationError}
     */
    default Fault fault() {
        return ErrorShape.of(code()).fault();
    }

    /**
     * Whether the service model says that the same request may succeed later (Smithy's {@code
     * retryable} trait).
     *
     * @return true for {@link InternalServerException} and {@link ThrottlingException}
     */
    default boolean isRetryable() {
        return ErrorShape.of(code()).retryable();
    }

    /**
     * Whether the error asks the caller to slow down (Smithy's {@code retryable} trait, {@code
     * throttling} set).
     *
     * @return true for {@link ThrottlingException}
     */
    default boolean isThrottling() {
        return ErrorShape.of(code()).throttling();
    }

    /**
     * What the error's shape puts on the wire; every codec writes from it. The code is no member:
     * each format has its own place for it.
     *
     * @return the present members by wire name, in model order, unmodifiable
     */
    default Map<String, String> members() {
        return message().map(message -> Map.of(MESSAGE, message)).orElse(Map.of());
    }

    /**
     * An exception that carries this error.
     *
     * @return a new exception, its stack trace that of this call
     */
    default CreateStreamSessionConnectionException toException() {
        return new CreateStreamSessionConnectionException(this);
    }
}
