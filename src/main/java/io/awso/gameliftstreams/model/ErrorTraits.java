package io.awso.gameliftstreams.model;

import java.util.OptionalInt;

/** What an error's code says about it. */
record ErrorTraits(OptionalInt httpStatusCode, Fault fault, boolean isRetryable, boolean isThrottling) {

    static ErrorTraits of(String code) {
        return switch (code) {
            // The service model.
            case AccessDeniedException.CODE -> new ErrorTraits(OptionalInt.of(403), Fault.CLIENT, false, false);
            case ConflictException.CODE -> new ErrorTraits(OptionalInt.of(409), Fault.CLIENT, false, false);
            case InternalServerException.CODE -> new ErrorTraits(OptionalInt.of(500), Fault.SERVER, true, false);
            case ResourceNotFoundException.CODE -> new ErrorTraits(OptionalInt.of(404), Fault.CLIENT, false, false);
            case ThrottlingException.CODE -> new ErrorTraits(OptionalInt.of(429), Fault.CLIENT, true, true);
            case ValidationException.CODE -> new ErrorTraits(OptionalInt.of(400), Fault.CLIENT, false, false);
            // The lists in the AWS SDK for Java 2.57.8.
            case "PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException", "InternalError" ->
                new ErrorTraits(OptionalInt.empty(), Fault.UNKNOWN, true, false);
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
                    "TransactionInProgressException" -> new ErrorTraits(OptionalInt.empty(), Fault.UNKNOWN, true, true);
            default -> new ErrorTraits(OptionalInt.empty(), Fault.UNKNOWN, false, false);
        };
    }
}
