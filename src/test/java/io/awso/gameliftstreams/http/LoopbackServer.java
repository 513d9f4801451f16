package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP server on the loopback interface that gives every request one raw response, with no headers of its own. */
final class LoopbackServer implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final ServerSocket listener;
    private volatile Response response = new Response(200, List.of(), new byte[0]);

    LoopbackServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::serve);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    void answer(Response response) {
        this.response = response;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
    }

    /** Serves each connection on a thread of its own, because some clients open one without sending a request. */
    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            readRequest(connection.getInputStream());
            connection.getOutputStream().write(bytes(response));
        } catch (IOException e) {
            // The client gave up: the test sees what it got.
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        BufferedReader request = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
        int length = 0;
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            Matcher header = CONTENT_LENGTH.matcher(line);
            length = header.matches() ? Integer.parseInt(header.group(1)) : length;
        }
        for (; length > 0; length--) {
            request.read();
        }
    }

    private static byte[] bytes(Response response) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 " + response.statusCode() + " Status\r\nConnection: close\r\n");
        response.headers().forEach(header -> head.append(header.getKey() + ": " + header.getValue() + "\r\n"));
        boolean mayHaveBody = response.statusCode() != 204 && response.statusCode() != 304;
        head.append(mayHaveBody ? "Content-Length: " + response.body().length + "\r\n\r\n" : "\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(ISO_8859_1));
        bytes.writeBytes(response.body());
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
