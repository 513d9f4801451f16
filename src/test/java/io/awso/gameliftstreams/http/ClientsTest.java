package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
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
 * Clients ask a server for each content coding, with and without {@code Accept-Encoding}. Some decode it and drop the
 * header, some decode it and keep the header, some hand over the body as it is. The result is the same, except where a
 * client hands over a coding that is not gzip.
 */
final class ClientsTest {
    private static final byte[] OUTPUT = "{\"SignalResponse\":\"v=0\"}".getBytes(UTF_8);
    private static final byte[] ERROR = "{\"__type\":\"ConflictException\",\"message\":\"Busy\"}".getBytes(UTF_8);

    @AutoClose
    private static final LoopbackServer SERVER = new LoopbackServer();

    @AutoClose
    private static final CloseableHttpClient APACHE = HttpClients.createDefault();

    private static final HttpClient JDK = HttpClient.newHttpClient();
    private static final OkHttpClient OK_HTTP = new OkHttpClient();

    /** Sends a GET with the given headers. */
    interface Client {
        CreateStreamSessionConnectionResult get(URI uri, Map<String, String> headers) throws Exception;
    }

    static Stream<Arguments> clients() {
        return Stream.of(
                Arguments.of("JDK", false, (Client) ClientsTest::jdk),
                Arguments.of("OkHttp", false, (Client) ClientsTest::okHttp),
                Arguments.of("Apache", true, (Client) ClientsTest::apache),
                restClient(false, new SimpleClientHttpRequestFactory()),
                restClient(true, new JdkClientHttpRequestFactory()),
                restClient(true, new HttpComponentsClientHttpRequestFactory()),
                restClient(false, new JettyClientHttpRequestFactory()),
                restClient(true, new ReactorClientHttpRequestFactory()),
                webClient(false, new JdkClientHttpConnector()),
                webClient(true, new ReactorClientHttpConnector()));
    }

    private static Arguments restClient(boolean decodesDeflate, ClientHttpRequestFactory factory) {
        Client client = (uri, headers) -> RestClient.builder()
                .requestFactory(factory)
                .build()
                .get()
                .uri(uri)
                .headers(all -> headers.forEach(all::set))
                .exchange((request, response) -> read(
                        response.getStatusCode().value(),
                        response.getHeaders(),
                        response.getBody().readAllBytes()));
        return Arguments.of(factory.getClass().getSimpleName(), decodesDeflate, client);
    }

    private static Arguments webClient(boolean decodesDeflate, ClientHttpConnector connector) {
        Client client = (uri, headers) -> WebClient.builder()
                .clientConnector(connector)
                .build()
                .get()
                .uri(uri)
                .headers(all -> headers.forEach(all::set))
                .exchangeToMono(response -> response.bodyToMono(byte[].class)
                        .map(body -> read(
                                response.statusCode().value(),
                                response.headers().asHttpHeaders(),
                                body)))
                .block();
        return Arguments.of(connector.getClass().getSimpleName(), decodesDeflate, client);
    }

    private static CreateStreamSessionConnectionResult read(int statusCode, HttpHeaders headers, byte[] body) {
        Map<String, List<String>> values = new HashMap<>();
        headers.forEach(values::put);
        return CreateStreamSessionConnectionResponseReader.read(statusCode, values, body);
    }

    private static CreateStreamSessionConnectionResult jdk(URI uri, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return JDK.send(request.build(), CreateStreamSessionConnectionResponseReader.bodyHandler())
                .body();
    }

    private static CreateStreamSessionConnectionResult okHttp(URI uri, Map<String, String> headers) throws Exception {
        Request.Builder request = new Request.Builder().url(uri.toString());
        headers.forEach(request::header);
        try (var response = OK_HTTP.newCall(request.build()).execute()) {
            return CreateStreamSessionConnectionResponseReader.read(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().bytes());
        }
    }

    private static CreateStreamSessionConnectionResult apache(URI uri, Map<String, String> headers) throws Exception {
        HttpGet request = new HttpGet(uri);
        headers.forEach(request::setHeader);
        return APACHE.execute(request, response -> {
            Map<String, List<String>> values = new HashMap<>();
            for (Header header : response.getHeaders()) {
                values.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(header.getValue());
            }
            return CreateStreamSessionConnectionResponseReader.read(
                    response.getCode(), values, EntityUtils.toByteArray(response.getEntity()));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clients")
    void everyCodingIsReadThatTheClientOrTheLibraryDecodes(String name, boolean decodesDeflate, Client client)
            throws Exception {
        List<Map<String, String>> requests =
                List.of(Map.of(), Map.of("Accept-Encoding", "gzip, deflate"), Map.of("Accept-Encoding", "identity"));
        for (Map<String, String> headers : requests) {
            assertRead(client, headers, "", OUTPUT, ERROR);
            assertRead(client, headers, "identity", OUTPUT, ERROR);
            assertRead(client, headers, "gzip", Response.gzip(OUTPUT), Response.gzip(ERROR));
            byte[] output = Response.compressed(OUTPUT, DeflaterOutputStream::new);
            byte[] error = Response.compressed(ERROR, DeflaterOutputStream::new);
            if (decodesDeflate) {
                assertRead(client, headers, "deflate", output, error);
            } else {
                assertUnsupported(get(client, headers, 200, "deflate", output));
                assertUnsupported(get(client, headers, 409, "deflate", error));
            }
        }
    }

    private static void assertRead(
            Client client, Map<String, String> headers, String coding, byte[] output, byte[] error) throws Exception {
        assertThat(get(client, headers, 200, coding, output).orElseThrow()).isEqualTo(output("v=0"));
        assertThat(((Failure) get(client, headers, 409, coding, error)).error())
                .isEqualTo(error("ConflictException", "Busy"));
    }

    private static void assertUnsupported(CreateStreamSessionConnectionResult result) {
        assertThat(((Failure) result).error()).isEqualTo(error("UnknownError", "unsupported content coding"));
    }

    private static CreateStreamSessionConnectionResult get(
            Client client, Map<String, String> headers, int statusCode, String coding, byte[] body) throws Exception {
        List<Map.Entry<String, String>> sent =
                coding.isEmpty() ? List.of() : List.of(Map.entry("Content-Encoding", coding));
        SERVER.answer(new Response(statusCode, sent, body));
        return client.get(SERVER.uri(), headers);
    }
}
