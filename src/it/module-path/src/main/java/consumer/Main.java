package consumer;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** Uses the JDK's HTTP client. Requires only the library's module, which in turn requires {@code java.net.http}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        String where = args.length == 0 ? "module path" : args[0];
        CreateStreamSessionConnectionOutput output = CreateStreamSessionConnectionOutput.builder()
                .signalResponse("v=0\r\n")
                .build();
        byte[] xml = CreateStreamSessionConnectionCodec.xml().encode(output);
        System.out.println(where + ": decoded "
                + CreateStreamSessionConnectionCodec.xml().decodeOutput(xml).equals(output) + " by "
                + CreateStreamSessionConnectionOutput.class.getModule());
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread service = new Thread(() -> answer(server));
            service.start();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                    .build();
            System.out.println(where + ": "
                    + HttpClient.newHttpClient()
                            .send(request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                            .body());
            service.join();
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream response = socket.getOutputStream()) {
            while (!request.readLine().isEmpty()) {}
            response.write("""
                    HTTP/1.1 429 Too Many Requests\r
                    Content-Length: 32\r
                    Connection: close\r
                    \r
                    {"__type":"ThrottlingException"}""".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
