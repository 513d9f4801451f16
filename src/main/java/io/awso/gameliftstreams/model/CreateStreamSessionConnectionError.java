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
 * An error response of {@code CreateStreamSessionConnection}: one of the six errors of the service model,
 * or {@link UnknownOperationError} for any other code.
 *
 * <p>Errors are values, not throwables: they compare by code and message, match in a {@code switch}, and
 * carry no stack trace. {@link #toException()} is for callers who throw.
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

    /** The JSON name of {@link #code()} (Smithy, AWS restJson1, "Operation error serialization"). */
    String TYPE = "__type";

    /** The wire name of the member that holds {@link #message()}. */
    String MESSAGE = "Message";

    /**
     * Returns the error with the given code and message: the modelled type for a modelled code, and an
     * {@link UnknownOperationError} for any other.
     *
     * @param code the error code, such as {@code ThrottlingException}; case-sensitive, and without namespace or URI
     * @param messageOrNull the message, or null for none; an empty message is a message
     * @throws IllegalArgumentException if the code is not {@linkplain #isUsableCode usable}
     * @throws NullPointerException if the code is null
     */
    static CreateStreamSessionConnectionError of(String code, @Nullable String messageOrNull) {
        Objects.requireNonNull(code, "code");
        return ErrorShape.of(code).newError(code, Optional.ofNullable(messageOrNull));
    }

    /**
     * Returns whether a string can be an error code. A usable code has 1 to 256 characters, neither begins nor
     * ends with white space ({@link Character#isWhitespace(char)}), and contains no control character ({@link
     * Character#isISOControl(char)}) and no {@code :}, {@code ,} or {@code #}, which mark a namespace or URI in
     * AWS restJson1. It may still contain characters that some format cannot carry, such as a lone surrogate.
     *
     * @throws NullPointerException if the code is null
     */
    static boolean isUsableCode(String code) {
        int length = code.length();
        if (length == 0
                || length > 256
                || Character.isWhitespace(code.charAt(0))
                || Character.isWhitespace(code.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = code.charAt(i);
            if (c == ':' || c == ',' || c == '#' || Character.isISOControl(c)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the error code; for a modelled error the shape's name in the service model} */
    @JsonProperty(TYPE)
    String code();

    /**
     * Returns the service's description of the error, unchanged, or empty if it sent none. The service model requires
     * one, but real services omit it. It may contain control characters; see {@link ControlCharacters#escape}.
     */
    @JsonProperty(MESSAGE)
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    Optional<String> message();

    /**
     * Returns the error's HTTP status code in the service model (Smithy's {@code httpError} trait), or empty for an
     * {@link UnknownOperationError}.
     */
    default OptionalInt httpStatusCode() {
        return ErrorShape.of(code()).httpStatusCode();
    }

    /**
     * Returns whose fault the error is (Smithy's {@code error} trait), or {@link Fault#UNKNOWN} for an {@link
     * UnknownOperationError}.
     */
    default Fault fault() {
        return ErrorShape.of(code()).fault();
    }

    /**
     * Returns whether the same request may succeed later. For a modelled error, the service model says so (Smithy's
     * {@code retryable} trait); for any other code, the lists in the AWS SDK for Java 2.40.2 do. Unlike in the SDK,
     * clock-skew codes are not retryable, because the caller must first correct its clock and sign again.
     */
    default boolean isRetryable() {
        return ErrorShape.isRetryable(code());
    }

    /**
     * Returns whether the error asks the caller to slow down. Every throttling error is also {@linkplain
     * #isRetryable() retryable}. It is decided by the same sources.
     */
    default boolean isThrottling() {
        return ErrorShape.isThrottling(code());
    }

    /**
     * Returns the present members of the error's shape by wire name: the message, or an empty map. The map is
     * unmodifiable, and all codecs write from it. It does not contain the code, which each format writes in its own
     * place.
     */
    default Map<String, String> members() {
        Optional<String> message = message();
        return message.isPresent() ? Map.of(MESSAGE, message.get()) : Map.of();
    }

    /** {@return a new exception that carries this error, with the stack trace of this call} */
    default CreateStreamSessionConnectionException toException() {
        return new CreateStreamSessionConnectionException(this);
    }
}
