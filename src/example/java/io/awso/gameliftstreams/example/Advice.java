package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;

/** Says what a caller should do about an error. */
final class Advice {
    private Advice() {}

    static String about(CreateStreamSessionConnectionError error) {
        return switch (error.code()) {
            case "AccessDeniedException" -> "Correct the caller's permissions.";
            case "ConflictException" ->
                "Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.";
            case "InternalServerException" -> "Try again. If it keeps failing, give AWS the request id.";
            case "ResourceNotFoundException" -> "Check both ids. The session may have ended.";
            case "ThrottlingException" -> "Slow down: wait, then try again.";
            case "ValidationException" -> "Correct the request.";
            default -> aboutUnknown(error);
        };
    }

    private static String aboutUnknown(CreateStreamSessionConnectionError error) {
        if (error.isThrottling()) {
            return "Slow down: wait, then try again.";
        }
        return error.isRetryable()
                ? "Try again."
                : "Look the code up in AWS's documentation. The service model does not have it.";
    }

    /** Says what to do about a failed call, for which the status counts as well. */
    static String about(Failure failure) {
        return failure.isRetryable() && !failure.error().isRetryable()
                ? "Try again. Something between the caller and the service failed."
                : about(failure.error());
    }
}
