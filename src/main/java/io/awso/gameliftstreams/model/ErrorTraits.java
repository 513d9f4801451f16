package io.awso.gameliftstreams.model;

import java.util.OptionalInt;

/** What is known about an error by its code. */
record ErrorTraits(OptionalInt httpStatusCode, Fault fault, boolean isRetryable, boolean isThrottling) {

    static ErrorTraits of(String code) {
        return switch (code) {
            // The service model.
            case AccessDeniedException.CODE -> modelled(403, Fault.CLIENT, false, false);
            case ConflictException.CODE -> modelled(409, Fault.CLIENT, false, false);
            case InternalServerException.CODE -> modelled(500, Fault.SERVER, true, false);
            case ResourceNotFoundException.CODE -> modelled(404, Fault.CLIENT, false, false);
            case ThrottlingException.CODE -> modelled(429, Fault.CLIENT, true, true);
            case ValidationException.CODE -> modelled(400, Fault.CLIENT, false, false);
            // The lists in the AWS SDK for Java 2.57.8.
            case "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError" ->
                unknown(true, false);
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
                    "TransactionInProgressException" -> unknown(true, true);
            default -> unknown(false, false);
        };
    }

    private static ErrorTraits modelled(int httpStatusCode, Fault fault, boolean isRetryable, boolean isThrottling) {
        return new ErrorTraits(OptionalInt.of(httpStatusCode), fault, isRetryable, isThrottling);
    }

    private static ErrorTraits unknown(boolean isRetryable, boolean isThrottling) {
        return new ErrorTraits(OptionalInt.empty(), Fault.UNKNOWN, isRetryable, isThrottling);
    }
}
