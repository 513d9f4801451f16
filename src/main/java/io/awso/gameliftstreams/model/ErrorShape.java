package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.model.Fault.CLIENT;
import static io.awso.gameliftstreams.model.Fault.SERVER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The errors of the operation and their traits, as the service model states them: the one table
 * that the rest of the code asks.
 */
enum ErrorShape {
    // code, HTTP status code, fault, retryable, throttling, type
    ACCESS_DENIED("AccessDeniedException", 403, CLIENT, false, false, AccessDeniedException::new),
    CONFLICT("ConflictException", 409, CLIENT, false, false, ConflictException::new),
    INTERNAL("InternalServerException", 500, SERVER, true, false, InternalServerException::new),
    NOT_FOUND("ResourceNotFoundException", 404, CLIENT, false, false, ResourceNotFoundException::new),
    THROTTLING("ThrottlingException", 429, CLIENT, true, true, ThrottlingException::new),
    VALIDATION("ValidationException", 400, CLIENT, false, false, ValidationException::new),
    UNKNOWN("", 0, Fault.UNKNOWN, false, false, null);

    private static final List<ErrorShape> SHAPES = List.of(values());

    private final String code;
    private final OptionalInt httpStatusCode;
    private final Fault fault;
    private final boolean retryable;
    private final boolean throttling;
    private final @Nullable Function<Optional<String>, CreateStreamSessionConnectionError> type;

    ErrorShape(
            String code,
            int httpStatusCode,
            Fault fault,
            boolean retryable,
            boolean throttling,
            @Nullable Function<Optional<String>, CreateStreamSessionConnectionError> type) {
        this.code = code;
        this.httpStatusCode = httpStatusCode == 0 ? OptionalInt.empty() : OptionalInt.of(httpStatusCode);
        this.fault = fault;
        this.retryable = retryable;
        this.throttling = throttling;
        this.type = type;
    }

    /** The row of a code; that of {@link #UNKNOWN} for a code that the model does not have. */
    static ErrorShape of(String code) {
        for (ErrorShape shape : SHAPES) {
            if (shape.code.equals(code)) {
                return shape;
            }
        }
        return UNKNOWN;
    }

    CreateStreamSessionConnectionError newError(String code, Optional<String> message) {
        return type == null ? new UnknownOperationError(code, message) : type.apply(message);
    }

    String code() {
        return code;
    }

    OptionalInt httpStatusCode() {
        return httpStatusCode;
    }

    Fault fault() {
        return fault;
    }

    boolean retryable() {
        return retryable;
    }

    boolean throttling() {
        return throttling;
    }
}
