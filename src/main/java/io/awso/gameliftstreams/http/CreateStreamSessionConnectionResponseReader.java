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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP responses to {@code CreateStreamSessionConnection}, from the service or from a proxy or gateway in front of
 * it. Reading never throws, whatever the response holds.
 *
 * <p><b>Check that {@code signalResponse()} is present, even in a success.</b> A response with status 2xx and an empty body
 * or an empty JSON object is an output without a signal response. AWS WAF, for example, sends a challenge like that.
 *
 * <ul>
 *   <li>A response with status 2xx is a success if its body is an output, and either has a signal response or comes without
 *       an error code. Any other response is a failure.
 *   <li>A body that begins with {@code <} is read as XML, and any other as JSON, whatever {@code content-type} says. But an
 *       output in XML needs an XML media type. A body in gzip is decompressed, to at most 1 MiB, whatever {@code
 *       content-encoding} says.
 *   <li>The error code is the one in the header {@code x-amzn-errortype}, else in the body, else {@code UnknownError}.
 *   <li>The message is the one in the body, else in the header {@code x-amzn-error-message}. If there is neither, and the body
 *       has no error code, the message says what is wrong with a body of status 2xx, and is the text of any other. A message
 *       that may hold a signal response is left out.
 *   <li>The request id is the one in {@code x-amzn-requestid}, {@code x-amz-request-id} or {@code x-amzn-request-id}, else
 *       in an error's body.
 * </ul>
 */
public final class CreateStreamSessionConnectionResponseReader {
    /** Codes that name the output itself. */
    private static final Set<String> OUTPUT_NAMES =
            Set.of("CreateStreamSessionConnectionOutput", "CreateStreamSessionConnectionResponse");

    private CreateStreamSessionConnectionResponseReader() {}

    /**
     * Reads a response from any HTTP client.
     *
     * @param headers the values of the headers by name. Names are compared without regard to the case of ASCII letters. Null
     *     names, lists and values, blank values, and values that are malformed for their purpose are skipped, and the first
     *     value left is used
     * @param body the body as it came; it may be empty, and compressed with gzip or not
     * @throws NullPointerException if the headers map or the body is null
     */
    public static CreateStreamSessionConnectionResult read(
            int statusCode,
            Map<? extends @Nullable String, ? extends @Nullable List<? extends @Nullable String>> headers,
            byte[] body) {
        Headers known = new Headers(headers);
        Optional<String> headerCode = known.code();
        Optional<String> headerId = known.requestId();
        Body content = Body.of(body);
        boolean isSuccess = 200 <= statusCode && statusCode <= 299;
        String problem = null;
        if (isSuccess) {
            try {
                CreateStreamSessionConnectionOutput output = content.decodeOutput(known);
                boolean isError = headerCode.isPresent() && !OUTPUT_NAMES.contains(headerCode.get());
                if (output.signalResponse().isPresent() || !isError) {
                    return new Success(output, statusCode, headerId);
                }
            } catch (CodecException notAnOutput) {
                problem = notAnOutput.getMessage();
            }
        }

        Body text = content.unquoted();
        ErrorDocument document = text.readErrorDocument();
        String message = message(known, document);
        if (message == null && document.code().isEmpty()) {
            if (isSuccess) {
                message = content.problem();
            } else if (document.message().isEmpty()) { // A message that was dropped would also be in the text.
                message = BodyText.of(text);
            }
            if (message == null) {
                boolean isEncoded = content.mayBeEncoded() && known.haveUnsupportedCoding();
                message = isEncoded ? "unsupported content coding" : problem;
            }
        }
        String code = headerCode.orElse(document.code().orElse("UnknownError"));
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of(code, message);
        Optional<String> requestId = headerId.isPresent() ? headerId : document.requestId();
        return new Failure(error, statusCode, requestId, known.retryAfter(), body);
    }

    /** Returns the message of the body, or the first one of the headers if the body's is absent, blank or dropped. */
    private static @Nullable String message(Headers headers, ErrorDocument document) {
        String member = document.message().orElse(null);
        if (member != null && !isAllowed(member)) {
            member = null;
        }
        if (member != null && !AsciiText.strip(member).isEmpty()) {
            return member;
        }
        for (String value : headers.values("x-amzn-error-message")) {
            if (isAllowed(value)) {
                return value;
            }
        }
        return member;
    }

    /** Returns whether a member's or a header's message holds no credentials of a session description. */
    private static boolean isAllowed(String message) {
        // Looks at hyphens only, because almost every failure has a message.
        for (int hyphen = message.indexOf('-'); hyphen >= 0; hyphen = message.indexOf('-', hyphen + 1)) {
            int start = hyphen - "ice".length();
            if (AsciiText.isAt(message, start, "ice-pwd:") || AsciiText.isAt(message, start, "ice-ufrag:")) {
                return false;
            }
        }
        return true;
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
