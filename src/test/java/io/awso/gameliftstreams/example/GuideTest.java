package io.awso.gameliftstreams.example;

import static io.awso.gameliftstreams.Fixtures.error;
import static io.awso.gameliftstreams.Fixtures.output;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.jackson.GameLiftStreamsModule;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.gameliftstreams.endpoints.GameLiftStreamsEndpointProvider;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.xml.XmlMapper;

/** The guide's code does what the guide says. */
final class GuideTest {
    private static final String GUIDE = "docs/guide.md";
    private static final Path CODE = Path.of("src/test/java/io/awso/gameliftstreams/example");
    private static final CreateStreamSessionConnectionOutput OUTPUT = output("v=0\r\n");
    private static final CreateStreamSessionConnectionError ERROR = error("ConflictException", "busy");

    @TempDir
    private Path directory;

    @Test
    void theGuideShowsTheCodeThatIsTested() throws Exception {
        StringBuilder code = new StringBuilder();
        for (String file : List.of("SignedCall.java", "Reconnection.java", "FakeService.java", "Guide.java")) {
            code.append(withoutImports(Files.readString(CODE.resolve(file))));
        }
        List<String> blocks = new ArrayList<>(DocumentedCode.blocks(GUIDE, "java"));

        assertThat(blocks.removeIf(block -> block.contains("URI.create("))).isTrue();
        assertThat(blocks.removeIf(block -> block.startsWith("module "))).isTrue();
        Pattern.compile("`(read\\(.*\\))`")
                .matcher(Files.readString(Path.of(GUIDE)))
                .results()
                .forEach(call -> blocks.add("CreateStreamSessionConnectionResponseReader." + call.group(1)));
        assertThat(blocks)
                .hasSizeGreaterThan(8)
                .allSatisfy(block -> assertThat(code).contains(withoutImports(block)));
    }

    /** Every block is compiled with these versions in src/it/guide, and run with them here. */
    @Test
    void theVersionsInTheTextAreThoseOfTheTests() throws Exception {
        List<String> jars = Pattern.compile("`[a-z0-9.]+:([a-z0-9-]+):([0-9][A-Za-z0-9.-]*)`")
                .matcher(Files.readString(Path.of(GUIDE)))
                .results()
                .map(coordinates -> coordinates.group(1) + "-" + coordinates.group(2) + ".jar")
                .toList();

        assertThat(jars)
                .hasSizeGreaterThan(6)
                .allSatisfy(
                        jar -> assertThat(System.getProperty("java.class.path")).contains(File.separator + jar));
    }

    /** Returns the code without imports and white space. */
    private static String withoutImports(String code) {
        return code.lines()
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .collect(Collectors.joining())
                .replaceAll("\\s", "");
    }

    @Test
    void theEndpointIsTheSdks() throws Exception {
        URI endpoint = GameLiftStreamsEndpointProvider.defaultProvider()
                .resolveEndpoint(parameters -> parameters.region(Region.US_WEST_2))
                .join()
                .endpointUrl()
                .toUri();

        assertThat(block("java", "service = new SignedCall(")).contains("URI.create(\"" + endpoint + "\")");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "BodyHandlers.limiting is new in Java 25")
    void aBodyCanBeLimitedAsShown() throws Exception {
        Matcher shown = Pattern.compile("`(BodyHandlers\\.limiting[^`]*)`").matcher(Files.readString(Path.of(GUIDE)));
        assertThat(shown.find()).isTrue();

        DocumentedCode.compile(
                "Shown.java",
                "import io.awso.gameliftstreams.http.*; import java.net.http.HttpResponse.*; class Shown {"
                        + "BodyHandler<CreateStreamSessionConnectionResult> shown = " + shown.group(1) + ";}",
                directory);

        assertThat(directory.resolve("Shown.class")).exists();
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
    void theFakeServicePrintsWhatThePageSays() throws Exception {
        PrintStream original = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            FakeService.main(new String[0]);
        } finally {
            System.setOut(original);
        }

        assertThat(DocumentedCode.blocks(GUIDE, "text")).singleElement().isEqualTo(printed.toString(UTF_8));
    }

    @Test
    void aRetryKeepsTheTokenAndSucceedsAfterThrottling() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(FakeService.response(error("ThrottlingException", "Rate exceeded")));
            server.enqueue(FakeService.response(output("v=0")));
            server.start();

            assertThat(Reconnection.reconnect(service(server), "sg-1AB2C3De4", "ABC123def4567", "offer"))
                    .isEqualTo("v=0");

            assertThat(clientToken(server.takeRequest())).isEqualTo(clientToken(server.takeRequest()));
        }
    }

    @Test
    void anOutputWithoutAnAnswerIsNoAnswer() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(202).build());
            server.start();

            assertThatThrownBy(() -> Reconnection.reconnect(service(server), "sg-1AB2C3De4", "ABC123def4567", "offer"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("a response without an answer");
        }
    }

    private static SignedCall service(MockWebServer server) {
        return new SignedCall(
                HttpClient.newHttpClient(),
                server.url("/").uri(),
                "us-west-2",
                () -> AwsCredentialsIdentity.create("AKID", "secret"),
                Duration.ofSeconds(30),
                Clock.systemUTC());
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

        assertThat(Reconnection.retrying(results::next)).isEqualTo(output(null));
        assertThat(results).isExhausted();
        Iterator<CreateStreamSessionConnectionResult> four =
                Collections.nCopies(4, read(503, "")).iterator();
        assertThatThrownBy(() -> Reconnection.retrying(four::next))
                .isInstanceOf(CreateStreamSessionConnectionException.class)
                .hasMessage("UnknownError (status 503)");
        assertThat(four).isExhausted();
        Iterator<CreateStreamSessionConnectionResult> conflict =
                List.of(read(409, "{\"code\":\"ConflictException\"}")).iterator();
        assertThatThrownBy(() -> Reconnection.retrying(conflict::next)).hasMessage("ConflictException (status 409)");
    }

    @Test
    void retryingGivesUpIfTheResponseAsksForMoreThanAMinute() {
        Iterator<CreateStreamSessionConnectionResult> results =
                List.<CreateStreamSessionConnectionResult>of(retryAfter("60")).iterator();

        assertThatThrownBy(() -> Reconnection.retrying(results::next)).hasMessage("UnknownError (status 503)");
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 1000", "2, 200, 2000", "3, 400, 4000"})
    void pausesAreRandomAndTheirLimitDoubles(int attempt, long limit, long throttled) {
        assertThat(Reconnection.pause((Failure) read(500, ""), attempt).toMillis())
                .isBetween(0L, limit - 1);
        assertThat(Reconnection.pause((Failure) read(429, ""), attempt).toMillis())
                .isBetween(0L, throttled - 1);
        assertThat(Reconnection.pause(retryAfter("7"), attempt).toMillis()).isBetween(7_000L, 6_999L + limit);
    }

    private static Failure retryAfter(String seconds) {
        return (Failure) CreateStreamSessionConnectionResponseReader.read(
                503, Map.of("Retry-After", List.of(seconds)), new byte[0]);
    }

    @Test
    void retrieveAndRestTemplateThrowExceptionsOfSpring() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            URI uri = server.url("/").uri();
            server.enqueue(FakeService.response(ERROR));
            server.enqueue(FakeService.response(ERROR));

            assertThatThrownBy(
                            () -> RestClient.create().get().uri(uri).retrieve().toBodilessEntity())
                    .isInstanceOf(RestClientResponseException.class);
            assertThatThrownBy(() -> new RestTemplate().getForEntity(uri, byte[].class))
                    .isInstanceOf(RestClientResponseException.class);
        }
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

    private static CreateStreamSessionConnectionResult read(int statusCode, String body) {
        return CreateStreamSessionConnectionResponseReader.read(statusCode, Map.of(), body.getBytes(UTF_8));
    }
}
