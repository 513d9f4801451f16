package io.awso.gameliftstreams.example;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.jackson.CreateStreamSessionConnectionTrees;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.ControlCharacters;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The code in docs/guide.md, block by block. "Call the service" is in {@link SignedCall}. */
final class Guide {
    private Guide() {}

    interface Call {
        CreateStreamSessionConnectionResult execute() throws IOException, InterruptedException;
    }

    static CreateStreamSessionConnectionOutput retrying(int maxAttempts, Call call)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            CreateStreamSessionConnectionResult result = call.execute();
            if (!(result instanceof Failure failure) || !failure.isRetryable() || attempt >= maxAttempts) {
                return result.orElseThrow();
            }
            Thread.sleep(pauseMillis(failure, attempt));
        }
    }

    static long pauseMillis(Failure failure, int attempt) {
        long base = failure.isThrottling() ? 500 : 50;
        long backoff = Math.min(20_000, base << Math.min(attempt, 10));
        long requested = failure.retryAfter().map(Duration::toMillis).orElse(0L);
        return Math.min(20_000, requested) + ThreadLocalRandom.current().nextLong(backoff);
    }

    static CreateStreamSessionConnectionOutput reconnect(
            SignedCall service, String streamGroup, String session, String offer)
            throws IOException, InterruptedException {
        String clientToken = UUID.randomUUID().toString();
        return retrying(4, () -> service.send(streamGroup, session, clientToken, offer));
    }

    static CreateStreamSessionConnectionResult read(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((sent, response) -> {
            Map<String, List<String>> headers = new HashMap<>();
            response.getHeaders().forEach(headers::put);
            return CreateStreamSessionConnectionResponseReader.read(
                    response.getStatusCode().value(),
                    headers,
                    response.getBody().readAllBytes());
        });
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
            Map<String, List<String>> headers = new HashMap<>();
            for (Header header : response.getHeaders()) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(header.getValue());
            }
            byte[] body = response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
            return CreateStreamSessionConnectionResponseReader.read(response.getCode(), headers, body);
        });
    }

    static String logLine(CreateStreamSessionConnectionResult result) {
        String requestId = result.requestId().orElse("unknown");
        if (result instanceof Failure failure) {
            String message = failure.error().message().orElse("no message");
            return ControlCharacters.escape(
                    "reconnect failed: " + failure.error().code() + " (" + message + "), status " + failure.statusCode()
                            + ", request id " + requestId);
        }
        return "reconnected: status " + result.statusCode() + ", request id " + requestId;
    }

    record Audit(
            String player,
            @JsonIgnoreProperties("SignalResponse") CreateStreamSessionConnectionOutput answer) {}

    static final CreateStreamSessionConnectionOutput ANSWER = CreateStreamSessionConnectionOutput.builder()
            .signalResponse("v=0\r\n")
            .build();

    static MockResponse response(CreateStreamSessionConnectionOutput output) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(CreateStreamSessionConnectionCodec.json().encodeToString(output))
                .build();
    }

    static MockResponse response(CreateStreamSessionConnectionError error) {
        return new MockResponse.Builder()
                .code(error.httpStatusCode().orElse(400))
                .setHeader("Content-Type", "application/json")
                .setHeader("x-amzn-ErrorType", error.code())
                .body(CreateStreamSessionConnectionCodec.json().encodeToString(error))
                .build();
    }

    static MockWebServer fakeService() throws IOException {
        MockWebServer server = new MockWebServer();
        server.enqueue(response(CreateStreamSessionConnectionError.of("ThrottlingException", "Rate exceeded")));
        server.enqueue(response(ANSWER));
        server.start();
        return server;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Reconnected.class, name = "reconnected"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    sealed interface SessionEvent {}

    record Reconnected(String player, CreateStreamSessionConnectionOutput answer) implements SessionEvent {}

    record Failed(String player, CreateStreamSessionConnectionError error) implements SessionEvent {}

    static final JsonMapper MAPPER =
            JsonMapper.builder().addModule(new GameLiftStreamsModule()).build();

    static CreateStreamSessionConnectionOutput answerIn(JsonNode document) {
        return CreateStreamSessionConnectionTrees.toOutput(document.required("answer"));
    }

    static void putError(ObjectNode document, CreateStreamSessionConnectionError error) {
        document.set("error", CreateStreamSessionConnectionTrees.toTree(error));
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
