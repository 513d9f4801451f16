package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads HTTP responses to {@code CreateStreamSessionConnection}.
 *
 * <p>A status code of 200 to 299 is a success, every other a failure. Header names match in any case.
 * The body is read as XML where the content type has {@code xml} in it, else as JSON. Of a failure:
 *
 * <ul>
 *   <li>The code is that of the header {@code x-amzn-errortype}, freed of namespace and URI, else the
 *       body's, else {@code UnknownError} (Smithy, AWS restJson1, "Operation error serialization").
 *   <li>The message is the body's, else that of the header {@code x-amzn-error-message}, else, where
 *       the body is no document of its type (a load balancer's HTML page, say), the body as UTF-8
 *       text; but not a text that names {@code SignalResponse}, for it may hold one.
 *   <li>The request id is that of the header {@code x-amzn-requestid}, else {@code x-amz-request-id}.
 * </ul>
 */
public final class CreateStreamSessionConnectionResponseReader {
    private static final String UNKNOWN_ERROR = "UnknownError";

    private CreateStreamSessionConnectionResponseReader() {}

    /**
     * Reads a response, whichever HTTP client it comes from.
     *
     * @param statusCode the status code
     * @param headers the values of the headers by name; null names, lists and values are passed over
     * @param body the body, which may be empty
     * @return a success or a failure
     * @throws CodecException if the status code says success and the body is no output; never for a
     *     failure, whatever the headers and the body hold
     * @throws NullPointerException if the headers or the body are null
     */
    public static CreateStreamSessionConnectionResult read(
            int statusCode, Map<String, List<String>> headers, byte[] body) {
        Objects.requireNonNull(body, "body");
        String contentType = header(headers, "content-type").orElse("");
        CreateStreamSessionConnectionCodec codec =
                contentType.toLowerCase(Locale.ROOT).contains("xml")
                        ? CreateStreamSessionConnectionCodec.xml()
                        : CreateStreamSessionConnectionCodec.json();
        Optional<String> requestId = header(headers, "x-amzn-requestid").or(() -> header(headers, "x-amz-request-id"));
        return 200 <= statusCode && statusCode <= 299
                ? new CreateStreamSessionConnectionResult.Success(codec.decodeOutput(body), statusCode, requestId)
                : new CreateStreamSessionConnectionResult.Failure(
                        error(codec, headers, body), statusCode, requestId, body);
    }

    /**
     * Reads responses for the JDK's HTTP client: {@code client.send(request, bodyHandler())}.
     *
     * <p>A failure is a result like any other. Where the status code says success and the body is no
     * output, {@code send} throws an {@link java.io.IOException} whose cause is the {@link
     * CodecException}, and the future of {@code sendAsync} fails with a {@link
     * java.util.concurrent.CompletionException} whose cause it is.
     *
     * @return a handler, for any number of responses
     */
    public static HttpResponse.BodyHandler<CreateStreamSessionConnectionResult> bodyHandler() {
        return response -> HttpResponse.BodySubscribers.mapping(
                HttpResponse.BodySubscribers.ofByteArray(),
                body -> read(response.statusCode(), response.headers().map(), body));
    }

    private static CreateStreamSessionConnectionError error(
            CreateStreamSessionConnectionCodec codec, Map<String, List<String>> headers, byte[] body) {
        String code = header(headers, "x-amzn-errortype").orElse("");
        Optional<String> message = header(headers, "x-amzn-error-message");
        CreateStreamSessionConnectionError error;
        try {
            error = decode(codec, code, body);
        } catch (CodecException noDocument) {
            error = decode(CreateStreamSessionConnectionCodec.json(), code, new byte[0]);
            message = message.or(() -> text(body));
        }
        return error.message().isPresent()
                ? error
                : CreateStreamSessionConnectionError.of(error.code(), message.orElse(null));
    }

    /** Decodes an error, one that nothing gives a code included. */
    private static CreateStreamSessionConnectionError decode(
            CreateStreamSessionConnectionCodec codec, String code, byte[] body) {
        try {
            return codec.decodeError(code, body);
        } catch (CodecException malformedOrNoCode) {
            return codec.decodeError(UNKNOWN_ERROR, body);
        }
    }

    private static Optional<String> text(byte[] body) {
        return Optional.of(new String(body, UTF_8))
                .filter(text -> !text.isBlank() && !text.contains(CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE));
    }

    /** The first value of a header that is not blank. */
    private static Optional<String> header(Map<String, List<String>> headers, String name) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            if (name.equalsIgnoreCase(header.getKey()) && header.getValue() != null) {
                for (String value : header.getValue()) {
                    if (value != null && !value.isBlank()) {
                        return Optional.of(value);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
