package io.awso.gameliftstreams.example;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.sun.net.httpserver.HttpServer;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The code of docs/guide.md, block by block. */
final class Guide {
    private Guide() {}

    /** A call with whatever client. */
    interface Call {
        CreateStreamSessionConnectionResult execute() throws IOException;
    }

    static CreateStreamSessionConnectionResult call(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, CreateStreamSessionConnectionResponseReader.bodyHandler())
                .body();
    }

    static CreateStreamSessionConnectionResult call(OkHttpClient client, Request request) throws IOException {
        try (var response = client.newCall(request).execute()) {
            return CreateStreamSessionConnectionResponseReader.read(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().bytes());
        }
    }

    static CreateStreamSessionConnectionResult call(CloseableHttpClient client, ClassicHttpRequest request)
            throws IOException {
        return client.execute(request, response -> {
            Map<String, List<String>> headers = new TreeMap<>();
            for (Header header : response.getHeaders()) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(header.getValue());
            }
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            return CreateStreamSessionConnectionResponseReader.read(response.getCode(), headers, body);
        });
    }

    static CreateStreamSessionConnectionOutput retrying(Call call, int attempts)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            CreateStreamSessionConnectionResult result = call.execute();
            if (!(result instanceof Failure failure) || !failure.isRetryable() || attempt == attempts) {
                return result.orElseThrow();
            }
            long ceiling = Math.min(20_000, (failure.error().isThrottling() ? 500L : 50L) << attempt);
            Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling));
        }
    }

    static String logLine(CreateStreamSessionConnectionResult result) {
        String requestId = result.requestId().orElse("unknown");
        if (result instanceof Failure failure) {
            return "reconnect failed: " + failure.error().code() + ", status " + failure.statusCode() + ", request "
                    + requestId;
        }
        return "reconnected: status " + result.statusCode() + ", request " + requestId;
    }

    static HttpServer fakeService(CreateStreamSessionConnectionError error) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = CreateStreamSessionConnectionCodec.json().encode(error);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("x-amzn-ErrorType", error.code());
            exchange.sendResponseHeaders(error.httpStatusCode().orElse(400), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Reconnected.class, name = "reconnected"),
        @JsonSubTypes.Type(value = Refused.class, name = "refused")
    })
    sealed interface SessionEvent {}

    record Reconnected(String player, CreateStreamSessionConnectionOutput answer) implements SessionEvent {}

    record Refused(String player, CreateStreamSessionConnectionError error) implements SessionEvent {}

    static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new GameLiftStreamsModule()).build();

    static CreateStreamSessionConnectionOutput answerIn(JsonNode document) {
        return CreateStreamSessionConnectionCodec.json().decodeOutput(document.required("answer"));
    }

    static List<CreateStreamSessionConnectionOutput> answersIn(XMLStreamReader document) throws XMLStreamException {
        List<CreateStreamSessionConnectionOutput> answers = new ArrayList<>();
        while (document.hasNext()) {
            if (document.next() == XMLStreamConstants.START_ELEMENT
                    && document.getLocalName().equals("answer")) {
                answers.add(CreateStreamSessionConnectionCodec.xml().decodeOutput(document));
            }
        }
        return answers;
    }
}
