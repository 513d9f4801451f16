package io.awso.gameliftstreams.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.example.Guide;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.JettyClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Clients ask a server for each content coding, with and without {@code Accept-Encoding}, as the guide shows. Some decode
 * it and drop the header, some decode it and keep the header, some hand over the body as it is. The result is the same,
 * except where a client hands over a coding that is not gzip.
 */
final class ClientsTest {
    @AutoClose
    private static final LoopbackServer SERVER = new LoopbackServer();

    @AutoClose
    private static final CloseableHttpClient APACHE =
            HttpClients.custom().disableAutomaticRetries().build();

    @AutoClose
    private static final jakarta.ws.rs.client.Client JERSEY = ClientBuilder.newClient();

    private static final HttpClient JDK = HttpClient.newHttpClient();
    private static final OkHttpClient OK_HTTP = new OkHttpClient();

    /** Sends a GET with the given headers. */
    interface Client {
        CreateStreamSessionConnectionResult get(URI uri, Map<String, String> headers) throws Exception;
    }

    static Stream<Arguments> clients() {
        return Stream.of(
                client("JDK", false, (uri, headers) -> {
                    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
                    headers.forEach(request::header);
                    return JDK.send(request.build(), CreateStreamSessionConnectionResponseReader.bodyHandler())
                            .body();
                }),
                client("OkHttp", false, (uri, headers) -> {
                    Request.Builder request = new Request.Builder().url(uri.toString());
                    headers.forEach(request::header);
                    return Guide.call(OK_HTTP, request.build());
                }),
                client("Apache", true, (uri, headers) -> {
                    HttpGet request = new HttpGet(uri);
                    headers.forEach(request::setHeader);
                    return Guide.call(APACHE, request);
                }),
                client("Jersey", false, (uri, headers) -> {
                    Invocation.Builder request = JERSEY.target(uri).request();
                    headers.forEach(request::header);
                    return Guide.call(request.buildGet());
                }),
                restClient(false, new SimpleClientHttpRequestFactory()),
                restClient(true, new JdkClientHttpRequestFactory()),
                restClient(true, new HttpComponentsClientHttpRequestFactory()),
                restClient(false, new JettyClientHttpRequestFactory()),
                restClient(true, new ReactorClientHttpRequestFactory()),
                webClient(false, new JdkClientHttpConnector()),
                webClient(true, new ReactorClientHttpConnector()));
    }

    private static Arguments client(String name, boolean decodesDeflate, Client client) {
        return Arguments.of(name, decodesDeflate, client);
    }

    private static Arguments restClient(boolean decodesDeflate, ClientHttpRequestFactory factory) {
        RestClient client = RestClient.builder().requestFactory(factory).build();
        return client(
                factory.getClass().getSimpleName(),
                decodesDeflate,
                (uri, headers) -> Guide.call(client.get().uri(uri).headers(all -> headers.forEach(all::set))));
    }

    private static Arguments webClient(boolean decodesDeflate, ClientHttpConnector connector) {
        WebClient client = WebClient.builder().clientConnector(connector).build();
        return client(
                connector.getClass().getSimpleName(),
                decodesDeflate,
                (uri, headers) -> Guide.call(client.get().uri(uri).headers(all -> headers.forEach(all::set)))
                        .block());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void everyCodingIsReadThatTheClientOrTheLibraryDecodes(String name, boolean decodesDeflate, Client client)
            throws Exception {
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of("Accept-Encoding", "gzip, deflate"),
                Map.of("Accept-Encoding", "identity"))) {
            for (String coding : List.of("identity:", "gzip:", "deflate:")) {
                String unsupported = "UnknownError: unsupported content coding";
                boolean isDecoded = decodesDeflate || !coding.equals("deflate:");
                String header = "content-encoding: " + coding.replace(":", "");
                String encode = coding.replace("identity:", "");
                SERVER.answer(Response.of(200, header, encode + "{\"SignalResponse\":\"v=0\"}"));
                assertRead(client.get(SERVER.uri(), headers), isDecoded ? "answer v=0" : unsupported);
                SERVER.answer(Response.of(409, header, encode + "{\"code\":\"ConflictException\"}"));
                assertRead(client.get(SERVER.uri(), headers), isDecoded ? "ConflictException" : unsupported);
            }
            SERVER.answer(Response.of(200, "", "{\"SignalResponse\":\"v=0\"}"));
            assertRead(client.get(SERVER.uri(), headers), "answer v=0");
            SERVER.answer(Response.of(503, "Retry-After: 7", ""));
            assertRead(client.get(SERVER.uri(), headers), "UnknownError [retryable, after PT7S]");
        }
    }

    private static void assertRead(CreateStreamSessionConnectionResult result, String description) {
        assertThat(ResponseRow.Knowledge.of(result)).hasToString(description);
    }
}
