package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.model.AccessDeniedException;
import io.awso.gameliftstreams.model.ConflictException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import io.awso.gameliftstreams.model.InternalServerException;
import io.awso.gameliftstreams.model.ResourceNotFoundException;
import io.awso.gameliftstreams.model.ThrottlingException;
import io.awso.gameliftstreams.model.ValidationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A fake service on the loopback interface that follows a script: a throttled call and then the answer, each other
 * error, an error from AWS's front end, and a load balancer's HTML page.
 */
final class LoopbackService implements AutoCloseable {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    private record Response(int statusCode, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Deque<Response> script = new ArrayDeque<>();
    private int requests;

    LoopbackService(CreateStreamSessionConnectionOutput output) throws IOException {
        fail(new ThrottlingException(Optional.of("Rate exceeded")), Map.of("x-amz-retry-after", "200"));
        script.add(new Response(200, Map.of("Content-Type", "application/json"), JSON.encode(output)));
        fail(new AccessDeniedException(Optional.of("No permission to use sg-1AB2C3De4")), Map.of());
        fail(new ConflictException(Optional.of("The session is RECONNECTING")), Map.of());
        fail(new ResourceNotFoundException(Optional.of("No stream session ABC123def4567")), Map.of());
        fail(new ValidationException(Optional.of("SignalRequest is too short")), Map.of());
        fail(CreateStreamSessionConnectionError.of("ServiceQuotaExceededException", "Too many sessions"), Map.of());
        fail(new InternalServerException(Optional.empty()), Map.of());
        script.add(new Response(200, Map.of("Content-Type", "application/json"), JSON.encode(output)));
        String frontEnd = "<AccessDeniedException><Message>Unable to sign you in</Message></AccessDeniedException>";
        script.add(new Response(403, Map.of("Content-Type", "application/xml"), frontEnd.getBytes(UTF_8)));
        String page = "<html><h1>502 Bad Gateway</h1></html>";
        for (int i = 0; i < 2; i++) {
            script.add(new Response(502, Map.of("Content-Type", "text/html"), page.getBytes(UTF_8)));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void fail(CreateStreamSessionConnectionError error, Map<String, String> headers) {
        OptionalInt statusCode = error.httpStatusCode();
        script.add(new Response(statusCode.orElse(402), headers, JSON.encode(error)));
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = script.remove();
            exchange.getRequestBody().readAllBytes();
            response.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("x-amzn-RequestId", "id-" + ++requests);
            exchange.sendResponseHeaders(response.statusCode(), response.body().length);
            exchange.getResponseBody().write(response.body());
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    boolean isScriptDone() {
        return script.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
