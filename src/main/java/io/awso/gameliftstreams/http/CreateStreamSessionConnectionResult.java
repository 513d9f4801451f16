package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.model.ControlCharacters;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** The result of reading an HTTP response to {@code CreateStreamSessionConnection}. */
public sealed interface CreateStreamSessionConnectionResult {

    /** {@return the status code of the response} */
    int statusCode();

    /** {@return the id that the service gave the request, which AWS support asks for; empty if it gave none} */
    Optional<String> requestId();

    /**
     * Returns the output of a success.
     *
     * @throws CreateStreamSessionConnectionException with error, status code and request id, if this is a failure
     */
    CreateStreamSessionConnectionOutput orElseThrow();

    /**
     * A response with an output.
     *
     * @param requestId the id that the service gave the request; empty if it gave none
     */
    record Success(CreateStreamSessionConnectionOutput output, int statusCode, Optional<String> requestId)
            implements CreateStreamSessionConnectionResult {

        public Success {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(requestId, "requestId");
        }

        @Override
        public CreateStreamSessionConnectionOutput orElseThrow() {
            return output;
        }

        /** Returns the components, without the signal response and with control characters escaped. */
        @Override
        public String toString() {
            return "Success[output=" + output + ", statusCode=" + statusCode + ", requestId=" + shown(requestId) + "]";
        }
    }

    /**
     * A response without an output: an error from the service, or a response from a proxy or gateway in front of it.
     *
     * @param requestId the id that the service gave the request; empty if it gave none
     * @param retryAfter how long the response asks the caller to wait before trying again; empty if it does not say
     * @param body the body as it came, still compressed if it was
     */
    record Failure(
            CreateStreamSessionConnectionError error,
            int statusCode,
            Optional<String> requestId,
            Optional<Duration> retryAfter,
            byte[] body)
            implements CreateStreamSessionConnectionResult {

        /** Creates a failure with a copy of the body. */
        public Failure {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(requestId, "requestId");
            Objects.requireNonNull(retryAfter, "retryAfter");
            body = body.clone();
        }

        /** {@return a copy of the body as it came, still compressed if it was; it may hold a secret} */
        @Override
        public byte[] body() {
            return body.clone();
        }

        /** Returns whether the same request may succeed later: the error, or status 429, 500, 502, 503 or 504, says so. */
        public boolean isRetryable() {
            return switch (statusCode) {
                case 429, 500, 502, 503, 504 -> true;
                default -> error.isRetryable();
            };
        }

        /** Returns whether the caller should slow down: the error is throttling, or the status code is 429. */
        public boolean isThrottling() {
            return statusCode == 429 || error.isThrottling();
        }

        @Override
        public CreateStreamSessionConnectionOutput orElseThrow() {
            throw new CreateStreamSessionConnectionException(error, statusCode, requestId);
        }

        /** Compares all components, the body by content. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Failure that
                    && error.equals(that.error)
                    && statusCode == that.statusCode
                    && requestId.equals(that.requestId)
                    && retryAfter.equals(that.retryAfter)
                    && Arrays.equals(body, that.body);
        }

        @Override
        public int hashCode() {
            return Objects.hash(error, statusCode, requestId, retryAfter, Arrays.hashCode(body));
        }

        /**
         * Returns the components, with control characters escaped. The error is shown with its message, and the body's
         * length instead of the body.
         */
        @Override
        public String toString() {
            return "Failure[error=" + error + ", statusCode=" + statusCode + ", requestId=" + shown(requestId)
                    + ", retryAfter=" + shown(retryAfter) + ", body=" + body.length + " bytes]";
        }
    }

    private static String shown(Optional<?> component) {
        return component.isPresent() ? ControlCharacters.escape(component.get().toString()) : "(absent)";
    }
}
