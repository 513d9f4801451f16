package io.awso.gameliftstreams.model;

import static io.awso.gameliftstreams.model.Fault.CLIENT;
import static io.awso.gameliftstreams.model.Fault.SERVER;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The modelled errors and their traits in the service model. */
enum ErrorShape {
    // code, HTTP status code, fault, retryable, throttling
    ACCESS_DENIED("AccessDeniedException", 403, CLIENT, false, false),
    CONFLICT("ConflictException", 409, CLIENT, false, false),
    INTERNAL_SERVER("InternalServerException", 500, SERVER, true, false),
    RESOURCE_NOT_FOUND("ResourceNotFoundException", 404, CLIENT, false, false),
    THROTTLING("ThrottlingException", 429, CLIENT, true, true),
    VALIDATION("ValidationException", 400, CLIENT, false, false),
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

    /**
     * Codes outside the service model, as the AWS SDK for Java 2.40.2 classifies them (its {@code AwsErrorCode}).
     * A class of its own, so that reading a modelled error does not load it.
     */
    private static final class UnknownCodes {
        static final Set<String> THROTTLING = Set.of(
                "Throttling",
                "ThrottledException",
                "ProvisionedThroughputExceededException",
                "SlowDown",
                "TooManyRequestsException",
                "RequestLimitExceeded",
                "BandwidthLimitExceeded",
                "RequestThrottled",
                "RequestThrottledException",
                "EC2ThrottledException",
                "TransactionInProgressException");
        static final Set<String> RETRYABLE =
                Set.of("PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError");
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

    /** Creates the error. A {@code switch} over the enum would load two more classes into a fresh JVM. */
    CreateStreamSessionConnectionError newError(String code, Optional<String> message) {
        if (this == ACCESS_DENIED) {
            return new AccessDeniedException(message);
        } else if (this == CONFLICT) {
            return new ConflictException(message);
        } else if (this == INTERNAL_SERVER) {
            return new InternalServerException(message);
        } else if (this == RESOURCE_NOT_FOUND) {
            return new ResourceNotFoundException(message);
        } else if (this == THROTTLING) {
            return new ThrottlingException(message);
        } else if (this == VALIDATION) {
            return new ValidationException(message);
        } else {
            return new UnknownOperationError(code, message);
        }
    }

    String code() {
        return code;
    }

    OptionalInt httpStatusCode() {
        return this == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(httpStatusCode);
    }

    Fault fault() {
        return fault;
    }

    static boolean isRetryable(String code) {
        ErrorShape shape = of(code);
        return shape == UNKNOWN ? isThrottling(code) || UnknownCodes.RETRYABLE.contains(code) : shape.retryable;
    }

    static boolean isThrottling(String code) {
        ErrorShape shape = of(code);
        return shape == UNKNOWN ? UnknownCodes.THROTTLING.contains(code) : shape.throttling;
    }

    /** Returns what {@code toString()} of a modelled error returns. */
    static String toString(CreateStreamSessionConnectionError error) {
        return error.code() + "[message=" + toString(error.message()) + "]";
    }

    static String toString(Optional<String> message) {
        return message.isPresent() ? ControlCharacters.escape(message.get()) : "(absent)";
    }
}
