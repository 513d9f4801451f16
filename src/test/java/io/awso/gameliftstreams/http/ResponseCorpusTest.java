package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.http.ResponseRow.Knowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every response in {@code responses.txt}, read by this library. */
final class ResponseCorpusTest {
    /** A part of the answers in the corpus that no message may show. */
    private static final String MARKER = "s3cr3t";

    @ParameterizedTest
    @MethodSource("io.awso.gameliftstreams.http.ResponseRow#corpus")
    void libraryReadsWhatTheRowSays(ResponseRow row) {
        assertThat(Knowledge.of(row.response().read())).hasToString(row.expected());
    }

    static Stream<ResponseRow> answers() {
        return ResponseRow.corpus()
                .filter(row -> row.body().contains(MARKER) && !row.expected().contains(MARKER));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void answersAreShownNowhereWhereverTheyAreCutOff(ResponseRow row) {
        String text = new String(row.response().body(), UTF_8);
        for (byte[] body : List.of(row.response().body(), text.getBytes(UTF_16), text.getBytes(UTF_16LE))) {
            for (int length = 0; length <= body.length; length++) {
                byte[] cutOff = Arrays.copyOf(body, length);
                for (Response response : List.of(
                        new Response(502, List.of(), cutOff),
                        new Response(200, List.of(), cutOff),
                        new Response(200, List.of(Map.entry("content-type", "text/xml")), cutOff))) {
                    CreateStreamSessionConnectionResult result = response.read();
                    // AssertJ's own check for every one of these would take most of the time of this test.
                    if ((result + Knowledge.of(result).message()).contains(MARKER)) {
                        throw new AssertionError("shown: " + result);
                    }
                }
            }
        }
    }

    @Test
    void rowsOfTheTableInTheDocsAreRowsOfTheCorpus() throws IOException {
        List<String> rows = ResponseRow.corpus()
                .map(row -> "| %d | %s | %s | %s | %s |"
                        .formatted(
                                row.statusCode(),
                                code(row.headers()),
                                code(row.body()),
                                code(row.expected()),
                                code(row.sdk())))
                .toList();

        assertThat(Files.readAllLines(Path.of("docs", "http.md")))
                .filteredOn(line -> line.matches("\\| [0-9]{3} \\|.*"))
                .hasSize(10)
                .isSubsetOf(rows);
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
