package io.awso.gameliftstreams.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/** An HTTP server on the loopback interface that gives every request the answer it was told last. */
final class LoopbackServer implements AutoCloseable {
    private final HttpServer server;
    private volatile Answer answer = new Answer(200, Map.of(), new byte[0]);

    private record Answer(int statusCode, Map<String, String> headers, byte[] body) {}

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                Answer now = answer;
                exchange.getRequestBody().readAllBytes();
                now.headers().forEach(exchange.getResponseHeaders()::add);
                // The JDK's server takes -1 for a response without a body.
                exchange.sendResponseHeaders(now.statusCode(), now.body().length == 0 ? -1 : now.body().length);
                exchange.getResponseBody().write(now.body());
            }
        });
        server.start();
    }

    void answer(int statusCode, Map<String, String> headers, byte[] body) {
        answer = new Answer(statusCode, headers, body);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
