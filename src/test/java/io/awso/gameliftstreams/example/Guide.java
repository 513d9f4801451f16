package io.awso.gameliftstreams.example;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The short pieces of code in docs/guide.md. What is a whole file there is a file of its own here. */
public final class Guide {
    private Guide() {}

    static CompletableFuture<CreateStreamSessionConnectionOutput> reconnectAsync(
            SignedCall service, String streamGroup, String session, String offer) {
        return service.sendAsync(streamGroup, session, UUID.randomUUID().toString(), offer)
                .thenApply(CreateStreamSessionConnectionResult::orElseThrow);
    }

    public static CreateStreamSessionConnectionResult call(RestClient.RequestHeadersSpec<?> request) {
        return request.exchange((sent, response) -> {
            Map<String, List<String>> headers = new HashMap<>();
            response.getHeaders().forEach(headers::put);
            return CreateStreamSessionConnectionResponseReader.read(
                    response.getStatusCode().value(),
                    headers,
                    response.getBody().readAllBytes());
        });
    }

    public static CreateStreamSessionConnectionResult call(OkHttpClient client, Request request) throws IOException {
        try (var response = client.newCall(request).execute()) {
            return CreateStreamSessionConnectionResponseReader.read(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().bytes());
        }
    }

    public static CreateStreamSessionConnectionResult call(CloseableHttpClient client, ClassicHttpRequest request)
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

    public static Mono<CreateStreamSessionConnectionResult> call(WebClient.RequestHeadersSpec<?> request) {
        return request.exchangeToMono(response -> {
            Map<String, List<String>> headers = new HashMap<>();
            response.headers().asHttpHeaders().forEach(headers::put);
            return response.bodyToMono(byte[].class)
                    .defaultIfEmpty(new byte[0])
                    .map(body -> CreateStreamSessionConnectionResponseReader.read(
                            response.statusCode().value(), headers, body));
        });
    }

    public static CreateStreamSessionConnectionResult call(Invocation request) {
        try (Response response = request.invoke()) {
            return CreateStreamSessionConnectionResponseReader.read(
                    response.getStatus(), response.getStringHeaders(), response.readEntity(byte[].class));
        }
    }

    record Audit(
            String player,
            @JsonIgnoreProperties("SignalResponse") CreateStreamSessionConnectionOutput answer) {}

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
}
