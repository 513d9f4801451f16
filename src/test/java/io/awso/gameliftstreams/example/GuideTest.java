package io.awso.gameliftstreams.example;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.xml.XmlMapper;

/** The guide's code does what the guide says. */
final class GuideTest {
    private static final String GUIDE = "docs/guide.md";
    private static final Path CODE = Path.of("src/example/java/io/awso/gameliftstreams/example");
    private static final CreateStreamSessionConnectionOutput OUTPUT = output("v=0\r\n");
    private static final CreateStreamSessionConnectionError ERROR = error("ConflictException", "busy");

    @TempDir
    private Path directory;

    @Test
    void theGuideShowsTheCodeThatIsTested() throws Exception {
        Set<String> imports = new HashSet<>();
        String code = withoutImports(
                Files.readString(CODE.resolve("SignedCall.java")) + Files.readString(CODE.resolve("Guide.java")),
                imports);
        List<String> blocks = new ArrayList<>(DocumentedCode.blocks(GUIDE, "java"));

        assertThat(blocks.removeIf(block -> block.contains("service = new SignedCall(")))
                .isTrue();
        assertThat(blocks.removeIf(block -> block.contains("BodyHandlers.limiting(")))
                .isTrue();
        assertThat(blocks.removeIf(block -> block.startsWith("module "))).isTrue();
        assertThat(blocks).hasSize(12).allSatisfy(block -> {
            Set<String> ofBlock = new HashSet<>();
            String shown = withoutImports(block, ofBlock);
            assertThat(code).contains(shown);
            assertThat(imports).containsAll(ofBlock);
        });
    }

    @Test
    void theGuideShowsTheKotlinThatTheConsumerCompiles() throws Exception {
        assertThat("package consumer\n\n" + block("kotlin", "fun describe"))
                .isEqualTo(Files.readString(Path.of("src/it/kotlin/src/main/kotlin/Guide.kt")));
    }

    /** Returns the code without imports and white space, and adds its imports to a set. */
    private static String withoutImports(String code, Set<String> imports) {
        return code.lines()
                .filter(line -> !(line.startsWith("import ") && imports.add(line)) && !line.startsWith("import "))
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    @Test
    void theServiceIsCreatedAsShown() throws Exception {
        compileInMethod(
                "service = new SignedCall(",
                "SignedCall service",
                "String accessKeyId, String secretAccessKey, String sessionToken");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "BodyHandlers.limiting is new in Java 25")
    void aBodyCanBeLimitedAsShown() throws Exception {
        compileInMethod("BodyHandlers.limiting(", "BodyHandler<", "");
    }

    /** Compiles a block of the guide, with a method around what follows its imports. */
    private void compileInMethod(String part, String firstStatement, String parameters) throws Exception {
        String block = block("java", part);
        int start = block.indexOf(firstStatement);

        DocumentedCode.compile(
                "Shown.java",
                "package io.awso.gameliftstreams.example;" + block.substring(0, start) + "class Shown { void show("
                        + parameters + ") {\n" + block.substring(start) + "}}",
                directory);

        assertThat(directory.resolve("io/awso/gameliftstreams/example/Shown.class"))
                .exists();
    }

    @Test
    void aModuleRequiresTheLibraryAsShown() throws Exception {
        String modulePath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("classes") || entry.contains("jspecify"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));

        DocumentedCode.compile(
                "module-info.java",
                block("java", "module my.app"),
                directory,
                "-Xlint:all",
                "--module-path",
                modulePath);

        assertThat(directory.resolve("module-info.class")).exists();
    }

    private static String block(String language, String part) throws IOException {
        return DocumentedCode.blocks(GUIDE, language).stream()
                .filter(block -> block.contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRetryKeepsTheTokenAndSucceedsAfterThrottling() throws Exception {
        try (MockWebServer server = Guide.fakeService()) {
            SignedCall service = new SignedCall(
                    HttpClient.newHttpClient(),
                    server.url("/").uri(),
                    "us-west-2",
                    AwsCredentialsIdentity.create("AKID", "secret"),
                    Clock.systemUTC());

            assertThat(Guide.reconnect(service, "sg-1AB2C3De4", "ABC123def4567", "offer"))
                    .isEqualTo(Guide.ANSWER);

            assertThat(clientToken(server.takeRequest())).isEqualTo(clientToken(server.takeRequest()));
        }
    }

    private static String clientToken(RecordedRequest request) {
        return JsonMapper.shared()
                .readTree(request.getBody().utf8())
                .required("ClientToken")
                .stringValue();
    }

    @Test
    void retryingEndsWithTheOutputOrTheLastError() throws Exception {
        Iterator<CreateStreamSessionConnectionResult> results =
                List.of(read(500, "<html>"), read(503, ""), read(200, "{}")).iterator();

        assertThat(Guide.retrying(3, results::next)).isEqualTo(output(null));
        assertThat(results).isExhausted();
        assertThatThrownBy(() -> Guide.retrying(2, () -> read(503, "")))
                .isInstanceOf(CreateStreamSessionConnectionException.class)
                .hasMessage("UnknownError (status 503)");
        Iterator<CreateStreamSessionConnectionResult> conflict =
                List.of(read(409, "{\"code\":\"ConflictException\"}")).iterator();
        assertThatThrownBy(() -> Guide.retrying(3, conflict::next)).hasMessage("ConflictException (status 409)");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 55, 64, Integer.MAX_VALUE})
    void pausesAreBoundedInEveryAttempt(int attempt) {
        assertThat(Guide.pauseMillis((Failure) read(500, ""), attempt)).isBetween(0L, 20_000L);
        assertThat(Guide.pauseMillis((Failure) read(429, ""), attempt)).isBetween(0L, 20_000L);
    }

    @Test
    void pausesAreAtLeastAsLongAsTheResponseAsks() {
        assertThat(Guide.pauseMillis(retryAfter("7"), 1)).isBetween(7_000L, 7_099L);
        assertThat(Guide.pauseMillis(retryAfter("999999999"), 1)).isBetween(20_000L, 20_099L);
    }

    private static Failure retryAfter(String seconds) {
        return (Failure) CreateStreamSessionConnectionResponseReader.read(
                503, Map.of("Retry-After", List.of(seconds)), new byte[0]);
    }

    @Test
    void threeClientsReadTheFakeService() throws Exception {
        try (MockWebServer server = new MockWebServer();
                CloseableHttpClient apache = HttpClients.createDefault()) {
            server.start();
            URI uri = server.url("/").uri();
            OkHttpClient okHttp = new OkHttpClient();
            for (int i = 0; i < 3; i++) {
                server.enqueue(Guide.response(ERROR));
            }

            assertConflict(
                    Guide.call(okHttp, new Request.Builder().url(uri.toString()).build()));
            assertConflict(Guide.call(apache, new HttpGet(uri)));
            assertConflict(Guide.read(RestClient.create().get().uri(uri)));
        }
    }

    private static void assertConflict(CreateStreamSessionConnectionResult result) {
        assertThat(result).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.error()).isEqualTo(ERROR);
            assertThat(failure.statusCode()).isEqualTo(409);
        });
    }

    @Test
    void retrieveAndRestTemplateThrowExceptionsOfSpring() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            URI uri = server.url("/").uri();
            server.enqueue(Guide.response(ERROR));
            server.enqueue(Guide.response(ERROR));

            assertThatThrownBy(
                            () -> RestClient.create().get().uri(uri).retrieve().toBodilessEntity())
                    .isInstanceOf(RestClientResponseException.class);
            assertThatThrownBy(() -> new RestTemplate().getForEntity(uri, byte[].class))
                    .isInstanceOf(RestClientResponseException.class);
        }
    }

    @Test
    void logLinesShowNoAnswerAndCannotBeForged() {
        assertThat(Guide.logLine(CreateStreamSessionConnectionResponseReader.read(
                        200,
                        Map.of("x-amzn-RequestId", List.of("r-1")),
                        CreateStreamSessionConnectionCodec.json().encode(OUTPUT))))
                .isEqualTo("reconnected: status 200, request id r-1");
        assertThat(Guide.logLine(read(409, "{\"code\":\"ConflictException\",\"message\":\"busy\\nINFO login\"}")))
                .isEqualTo("reconnect failed: ConflictException (busy\\nINFO login), status 409, request id unknown");
    }

    @Test
    void anAuditLeavesTheAnswerOutWithTheModuleAndWithout() {
        Guide.Audit audit = new Guide.Audit("p-1", OUTPUT);

        for (JsonMapper mapper : List.of(Guide.MAPPER, JsonMapper.shared())) {
            assertThat(mapper.writeValueAsString(audit)).isEqualTo("{\"player\":\"p-1\",\"answer\":{}}");
        }
    }

    @Test
    void documentsHoldBothTypes() throws Exception {
        List<Guide.SessionEvent> events = List.of(new Guide.Reconnected("p-1", OUTPUT), new Guide.Failed("p-1", ERROR));

        assertThat(DocumentedCode.blocks(GUIDE, "json").get(0).lines())
                .containsExactlyElementsOf(
                        events.stream().map(Guide.MAPPER::writeValueAsString).toList());
        for (Guide.SessionEvent event : events) {
            assertThat(Guide.MAPPER.readValue(Guide.MAPPER.writeValueAsBytes(event), Guide.SessionEvent.class))
                    .isEqualTo(event);
        }
    }

    @Test
    void anElementTakesThePlaceOfTheRoot() throws Exception {
        XmlMapper mapper =
                XmlMapper.builder().addModule(new GameLiftStreamsModule()).build();

        assertThat(DocumentedCode.blocks(GUIDE, "xml"))
                .last()
                .asString()
                .isEqualToIgnoringNewLines(mapper.writeValueAsString(new Guide.Failed("p-1", ERROR)));
    }

    @Test
    void treesHoldBothTypes() {
        ObjectNode document =
                (ObjectNode) JsonMapper.shared().readTree("{\"answer\":{\"SignalResponse\":\"v=0\\r\\n\"}}");

        assertThat(Guide.answerIn(document)).isEqualTo(OUTPUT);
        Guide.putError(document, ERROR);
        assertThat(document.get("error")).hasToString("{\"__type\":\"ConflictException\",\"Message\":\"busy\"}");
    }

    @Test
    void outputsAreReadFromALargerXmlDocument() throws Exception {
        String xml = "<d><answer><SignalResponse>v=0&#xd;\n</SignalResponse></answer><x/><answer/></d>";

        assertThat(Guide.answersIn(XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml))))
                .containsExactly(OUTPUT, output(null));
    }

    private static CreateStreamSessionConnectionResult read(int statusCode, String body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), body.getBytes(UTF_8));
    }
}
