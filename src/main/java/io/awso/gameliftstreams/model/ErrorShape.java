package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.model.Fault.CLIENT;
import static io.awso.gameliftstreams.model.Fault.SERVER;

import java.util.Optional;
import java.util.OptionalInt;

/** The modelled errors and their traits in the service model. */
enum ErrorShape {
    // code, HTTP status code, fault, retryable, throttling
    ACCESS_DENIED(AccessDeniedException.CODE, 403, CLIENT, false, false),
    CONFLICT(ConflictException.CODE, 409, CLIENT, false, false),
    INTERNAL_SERVER(InternalServerException.CODE, 500, SERVER, true, false),
    RESOURCE_NOT_FOUND(ResourceNotFoundException.CODE, 404, CLIENT, false, false),
    THROTTLING(ThrottlingException.CODE, 429, CLIENT, true, true),
    VALIDATION(ValidationException.CODE, 400, CLIENT, false, false),
    UNKNOWN("", 0, Fault.UNKNOWN, false, false);

    private static final ErrorShape[] SHAPES = values();

    private final String code;
    private final int httpStatusCode;
    private final Fault fault;
    private final boolean retryable;
    private final boolean throttling;

    ErrorShape(String code, int httpStatusCode, Fault fault, boolean retryable, boolean throttling) {
        this.code = code;
        this.httpStatusCode = httpStatusCode;
        this.fault = fault;
        this.retryable = retryable;
        this.throttling = throttling;
    }

    /** Returns the constant for a code, or {@link #UNKNOWN} if the code is not in the service model. */
    static ErrorShape of(String code) {
        for (ErrorShape shape : SHAPES) {
            if (shape.code.equals(code)) {
                return shape;
            }
        }
        return UNKNOWN;
    }

    OptionalInt httpStatusCode() {
        return this == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(httpStatusCode);
    }

    Fault fault() {
        return fault;
    }

    /** Returns whether a code is retryable; one outside the service model, as in the AWS SDK for Java 2.57.8. */
    static boolean isRetryable(String code) {
        return switch (code) {
            case "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError" -> true;
            default -> of(code).retryable || isThrottling(code);
        };
    }

    /** Returns whether a code is throttling; one outside the service model, as in the AWS SDK for Java 2.57.8. */
    static boolean isThrottling(String code) {
        return switch (code) {
            case "Throttling",
                    "ThrottledException",
                    "ProvisionedThroughputExceededException",
                    "SlowDown",
                    "TooManyRequestsException",
                    "RequestLimitExceeded",
                    "BandwidthLimitExceeded",
                    "RequestThrottled",
                    "RequestThrottledException",
                    "EC2ThrottledException",
                    "TransactionInProgressException" -> true;
            default -> of(code).throttling;
        };
    }

    /** Returns an error's message, or that it has none, for its {@code toString()}. */
    static String shown(Optional<String> message) {
        return message.isPresent() ? ControlCharacters.shown(message.get()) : "(absent)";
    }

    /** Returns what {@code toString()} of a modelled error returns. */
    static String toString(CreateStreamSessionConnectionError error) {
        return error.code() + "[message=" + shown(error.message()) + "]";
    }
}
