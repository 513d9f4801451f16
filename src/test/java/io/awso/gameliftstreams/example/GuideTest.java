package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;

/** The guide's code does what the guide says. */
final class GuideTest {
    private static final CreateStreamSessionConnectionOutput OUTPUT = CreateStreamSessionConnectionOutput.builder()
            .signalResponse("v=0\r\n")
            .build();
    private static final CreateStreamSessionConnectionError ERROR =
            CreateStreamSessionConnectionError.of("ConflictException", "busy");

    @Test
    void theGuideShowsTheCodeThatIsTested() throws Exception {
        String code = withoutWhiteSpace(
                Files.readString(Path.of("src/example/java/io/awso/gameliftstreams/example/Guide.java")));
        List<String> blocks = Pattern.compile("^```java\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/guide.md")))
                .results()
                .map((MatchResult block) -> withoutWhiteSpace(block.group(1)))
                .toList();

        assertThat(blocks).hasSize(9).allSatisfy(block -> assertThat(code).contains(block));
    }

    @Test
    void threeClientsReadTheFakeService() throws Exception {
        HttpServer server = Guide.fakeService(ERROR);
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        OkHttpClient okHttp = new OkHttpClient();
        try (var apache = HttpClients.createDefault()) {
            for (CreateStreamSessionConnectionResult result : List.of(
                    Guide.call(
                            HttpClient.newHttpClient(),
                            HttpRequest.newBuilder(uri).build()),
                    Guide.call(okHttp, new Request.Builder().url(uri.toString()).build()),
                    Guide.call(apache, new HttpGet(uri)))) {
                assertThat(result)
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.error()).isEqualTo(ERROR));
                assertThat(result.statusCode()).isEqualTo(409);
            }
        } finally {
            server.stop(0);
            okHttp.dispatcher().executorService().shutdown();
            okHttp.connectionPool().evictAll();
        }
    }

    @Test
    void retryingEndsWithTheAnswerOrTheLastError() throws Exception {
        Iterator<CreateStreamSessionConnectionResult> results = List.of(
                        result(429, "{}"), result(500, "<html>"), result(200, "{}"))
                .iterator();

        assertThat(Guide.retrying(results::next, 3))
                .isEqualTo(CreateStreamSessionConnectionOutput.builder().build());
        assertThat(results).isExhausted();
        assertThatThrownBy(() -> Guide.retrying(() -> result(503, ""), 2))
                .isInstanceOf(CreateStreamSessionConnectionException.class);
        Iterator<CreateStreamSessionConnectionResult> conflict =
                List.of(result(409, "{\"code\":\"ConflictException\"}")).iterator();
        assertThatThrownBy(() -> Guide.retrying(conflict::next, 3)).hasMessage("ConflictException");
    }

    @Test
    void logLinesShowNoPayload() {
        assertThat(Guide.logLine(CreateStreamSessionConnectionResponseReader.read(
                        200,
                        Map.of("x-amzn-RequestId", List.of("r-1")),
                        CreateStreamSessionConnectionCodec.json().encode(OUTPUT))))
                .isEqualTo("reconnected: status 200, request r-1");
        assertThat(Guide.logLine(result(409, "{\"code\":\"ConflictException\",\"message\":\"busy\"}")))
                .isEqualTo("reconnect failed: ConflictException, status 409, request unknown");
    }

    @Test
    void documentsHoldBothTypes() {
        for (Guide.SessionEvent event :
                List.of(new Guide.Reconnected("p-1", OUTPUT), new Guide.Refused("p-1", ERROR))) {
            assertThat(Guide.MAPPER.readValue(Guide.MAPPER.writeValueAsBytes(event), Guide.SessionEvent.class))
                    .isEqualTo(event);
        }
        assertThat(Guide.MAPPER.writeValueAsString(new Guide.Refused("p-1", ERROR)))
                .isEqualTo("{\"kind\":\"refused\",\"player\":\"p-1\",\"error\":"
                        + "{\"__type\":\"ConflictException\",\"Message\":\"busy\"}}");
    }

    @Test
    void shapesStandInsideLargerDocuments() throws Exception {
        String xml = "<d><answer><SignalResponse>v=0&#xd;\n</SignalResponse></answer><x/><answer/></d>";

        assertThat(Guide.answerIn(Guide.MAPPER.readTree("{\"answer\":{\"SignalResponse\":\"v=0\\r\\n\"}}")))
                .isEqualTo(OUTPUT);
        assertThat(Guide.answersIn(XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml))))
                .containsExactly(
                        OUTPUT, CreateStreamSessionConnectionOutput.builder().build());
    }

    private static CreateStreamSessionConnectionResult result(int statusCode, String body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), body.getBytes(UTF_8));
    }

    private static String withoutWhiteSpace(String code) {
        return code.replaceAll("\\s", "");
    }
}
