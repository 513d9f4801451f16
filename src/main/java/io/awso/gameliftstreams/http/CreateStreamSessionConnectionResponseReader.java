package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads HTTP responses to {@code CreateStreamSessionConnection}, whether they come from the service or from a proxy
 * or gateway. Reading never throws, whatever the response holds: a response that is not a success is a failure.
 * {@code docs/http.md} has the rules.
 */
public final class CreateStreamSessionConnectionResponseReader {
    private static final String UNKNOWN_ERROR = "UnknownError";

    private CreateStreamSessionConnectionResponseReader() {}

    /**
     * Reads a response from any HTTP client.
     *
     * @param statusCode the status code
     * @param headers the values of the headers by name; names are case-insensitive, and null names, lists and values are
     *     skipped
     * @param body the body as it came; it may be empty, and compressed with gzip or not
     * @return a success or a failure
     * @throws NullPointerException if the headers map or the body is null
     */
    public static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        Headers known = new Headers(headers);
        Body content = Body.decode(body, known.contentCodings());
        boolean isSuccessStatus = 200 <= statusCode && statusCode <= 299;
        String headerCode = known.code();
        String problem = content.codingProblem();
        if (isSuccessStatus && problem == null) {
            try {
                CreateStreamSessionConnectionOutput output = content.decodeOutput(known.isXml());
                if (output.signalResponse().isPresent() || headerCode == null) {
                    return new Success(output, statusCode, Optional.ofNullable(known.requestId()));
                }
            } catch (CodecException notAnOutput) {
                problem = notAnOutput.getMessage();
            }
        }

        ErrorDocument document = content.readErrorDocument();
        String code = headerCode == null ? document.code().orElse(UNKNOWN_ERROR) : headerCode;
        String member = document.message().orElse(null);
        boolean holdsCredentials = member != null && !Headers.isFreeOfCredentials(member);
        String message = member == null || holdsCredentials ? known.message() : member;
        if (message == null && document.code().isEmpty()) {
            message = isSuccessStatus || problem != null || holdsCredentials ? problem : BodyText.of(content.bytes());
        }
        String requestId = known.requestId();
        if (requestId == null) {
            requestId = document.requestId().orElse(null);
            requestId = Headers.isUsableRequestId(requestId) ? requestId : null;
        }
        return new Failure(
                CreateStreamSessionConnectionError.of(code, message),
                statusCode,
                Optional.ofNullable(requestId),
                Optional.ofNullable(known.retryAfter()),
                body);
    }

    /**
     * Returns a handler that reads responses for the JDK's HTTP client: {@code client.send(request,
     * bodyHandler())}. It can be used for any number of responses, and buffers each whole body.
     */
    public static HttpResponse.BodyHandler<CreateStreamSessionConnectionResult> bodyHandler() {
        return response -> HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofByteArray(),
                body -> read(response.statusCode(), response.headers().map(), body));
    }
}
