package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** What a whole HTTP response to {@code CreateStreamSessionConnection} says. */
public sealed interface CreateStreamSessionConnectionResult {

    /**
     * The status code of the response.
     *
     * @return the status code as it came
     */
    int statusCode();

    /**
     * The id that the service gave the request, for questions to AWS about it.
     *
     * @return the id; empty where the response has none
     */
    Optional<String> requestId();

    /**
     * The output, for callers who throw.
     *
     * @return the output of a success
     * @throws CreateStreamSessionConnectionException if this is a failure; it carries the error
     */
    CreateStreamSessionConnectionOutput orElseThrow();

    /**
     * The service did what it was asked to.
     *
     * @param output what it answered
     * @param statusCode the status code of the response
     * @param requestId the id of the request; empty where the response has none
     */
    record Success(CreateStreamSessionConnectionOutput output, int statusCode, Optional<String> requestId)
            implements CreateStreamSessionConnectionResult {

        /**
         * Makes a success.
         *
         * @param output what the service answered
         * @param statusCode the status code of the response
         * @param requestId the id of the request, or {@link Optional#empty()} for none
         * @throws NullPointerException if an argument is null
         */
        public Success {
            Objects.requireNonNull(output, "output");
            Objects.requireNonNull(requestId, "requestId");
        }

        @Override
        public CreateStreamSessionConnectionOutput orElseThrow() {
            return output;
        }
    }

    /**
     * The service, or something between it and the caller, did not do what it was asked to.
     *
     * @param error the error
     * @param statusCode the status code of the response
     * @param requestId the id of the request; empty where the response has none
     * @param body the body as it came
     */
    record Failure(CreateStreamSessionConnectionError error, int statusCode, Optional<String> requestId, byte[] body)
            implements CreateStreamSessionConnectionResult {

        /**
         * Makes a failure, around a copy of the body.
         *
         * @param error the error
         * @param statusCode the status code of the response
         * @param requestId the id of the request, or {@link Optional#empty()} for none
         * @param body the body, which may be empty
         * @throws NullPointerException if an argument is null
         */
        public Failure {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(requestId, "requestId");
            body = body.clone();
        }

        /**
         * The body as it came, every byte of it.
         *
         * @return a copy
         */
        @Override
        public byte[] body() {
            return body.clone();
        }

        /**
         * Whether the same request may succeed later.
         *
         * @return true if the service model says so of the error, or if the status code is 429, 500,
         *     502, 503 or 504
         */
        public boolean isRetryable() {
            return switch (statusCode) {
                case 429, 500, 502, 503, 504 -> true;
                default -> error.isRetryable();
            };
        }

        @Override
        public CreateStreamSessionConnectionOutput orElseThrow() {
            throw error.toException();
        }

        /** Equal are failures with equal components, bodies byte for byte. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Failure that
                    && error.equals(that.error)
                    && statusCode == that.statusCode
                    && requestId.equals(that.requestId)
                    && Arrays.equals(body, that.body);
        }

        @Override
        public int hashCode() {
            return Objects.hash(error, statusCode, requestId, Arrays.hashCode(body));
        }

        /** Names the error's code, and shows neither the body nor the error's message, which may be the body. */
        @Override
        public String toString() {
            return "Failure[error=" + error.code() + ", statusCode=" + statusCode + ", requestId=" + requestId
                    + ", body=" + body.length + " bytes]";
        }
    }
}
