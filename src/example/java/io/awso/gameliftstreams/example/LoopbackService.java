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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Plays the service on the loopback interface, by a script: a throttled call and then the answer, each
 * other error, and the page of a load balancer.
 */
final class LoopbackService implements AutoCloseable {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    private record Response(int statusCode, String contentType, byte[] body) {}

    private final HttpServer server;
    private final Deque<Response> script = new ArrayDeque<>();
    private int requests;

    LoopbackService(CreateStreamSessionConnectionOutput output) throws IOException {
        fail(new ThrottlingException(Optional.of("Rate exceeded")));
        script.add(new Response(200, JSON.contentType(), JSON.encode(output)));
        List.of(
                        new AccessDeniedException(Optional.of("No permission to use sg-1AB2C3De4")),
                        new ConflictException(Optional.of("The session is RECONNECTING")),
                        new ResourceNotFoundException(Optional.of("No stream session ABC123def4567")),
                        new ValidationException(Optional.of("SignalRequest is too short")),
                        CreateStreamSessionConnectionError.of("ServiceQuotaExceededException", "Too many sessions"))
                .forEach(this::fail);
        fail(new InternalServerException(Optional.empty()));
        fail(new InternalServerException(Optional.empty()));
        Response badGateway = new Response(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>".getBytes(UTF_8));
        script.add(badGateway);
        script.add(badGateway);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    private void fail(CreateStreamSessionConnectionError error) {
        OptionalInt statusCode = error.httpStatusCode();
        script.add(new Response(statusCode.orElse(402), JSON.contentType(), JSON.encode(error)));
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            Response response = script.remove();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", response.contentType());
            exchange.getResponseHeaders().add("x-amzn-RequestId", "request-" + ++requests);
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
