package io.awso.gameliftstreams.example;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;

/** Says what a caller should do about a response. */
final class Advice {
    private static final String NO_CODE =
            "It has no code, so it is probably not from the service: look at its headers and body.";

    private Advice() {}

    static String about(CreateStreamSessionConnectionResult result) {
        if (!(result instanceof Failure failure)) {
            return result.orElseThrow().signalResponse().isPresent()
                    ? "Give the answer to the player's browser, unchanged."
                    : "It has no answer, so it is probably not from the service: look at its headers and body.";
        }
        String code = failure.error().code();
        String pause = failure.retryAfter()
                .map(time -> "after " + time.toMillis() + " ms, as the response asks.")
                .orElse("after a pause.");
        if (failure.isThrottling()) {
            return "Slow down. Try again " + pause;
        }
        if (failure.isRetryable()) {
            return "Try again " + pause
                    + (code.equals("UnknownError") ? " It has no code, so it is probably not from the service." : "");
        }
        return switch (code) {
            case "AccessDeniedException" -> "Correct the caller's permissions.";
            case "ConflictException" ->
                "Wait until the session is PENDING_CLIENT_RECONNECTION or ACTIVE, then try again.";
            case "ResourceNotFoundException" -> "Check both ids. The session may have ended.";
            case "ValidationException" -> "Correct the request.";
            case "UnknownError" -> NO_CODE;
            default -> "Look the code up in AWS's documentation. The service model does not have it.";
        };
    }
}
