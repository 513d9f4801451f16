package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The statuses, headers and bodies of the corpus, mixed and changed, which {@link ResponseOracle} reads too. {@code
 * -Dresponses=1000000} sets how many, {@code -Dseed=7} which.
 */
final class RandomResponsesTest {
    private static final int COUNT = Integer.getInteger("responses", 100_000);
    private static final long SEED = Long.getLong("seed", 2026);

    /** Without the longest bodies, which would take most of the time. */
    private static final List<Response> CORPUS = ResponseRow.corpus()
            .filter(row -> !row.body().matches(".*\\*[0-9]{4,}».*"))
            .map(ResponseRow::response)
            .toList();

    @Tag("slow")
    @Test
    void everyResponseIsReadAsTheOracleReadsIt() {
        for (long seed = SEED * COUNT; seed < SEED * COUNT + COUNT; seed++) {
            Random random = new Random(seed);
            int statusCode =
                    random.nextInt(8) == 0 ? random.nextInt() : any(random).statusCode();
            assertReadAsTheOracleReadsIt("seed " + seed, statusCode, headers(random), body(random));
        }
    }

    @Test
    void gzipThatIsCutOffOrChangedInOneBitIsReadAsTheOracleReadsIt() {
        for (Response response : CORPUS) {
            byte[] body = response.body();
            boolean isGzip = body.length > 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
            for (int bit = 0; isGzip && body.length < 200 && bit < 8 * body.length; bit++) {
                byte[] changed = body.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertReadAsTheOracleReadsIt("bit " + bit, response.statusCode(), Map.of(), changed);
                byte[] cutOff = Arrays.copyOf(body, bit / 8);
                assertReadAsTheOracleReadsIt("cut off at " + bit / 8, response.statusCode(), Map.of(), cutOff);
            }
        }
    }

    private static void assertReadAsTheOracleReadsIt(
            String which, int statusCode, Map<String, List<String>> headers, byte[] body) {
        assertThat(CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body.clone()))
                .as(which)
                .isEqualTo(ResponseOracle.read(statusCode, headers, body));
    }

    private static Response any(Random random) {
        return CORPUS.get(random.nextInt(CORPUS.size()));
    }

    /** Returns headers of several responses. Some have another header's name, a changed value, or null. */
    private static Map<String, List<String>> headers(Random random) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        String name = null;
        for (int i = random.nextInt(4); i > 0; i--) {
            for (Map.Entry<String, String> header : any(random).headers()) {
                name = random.nextInt(8) == 0 ? name : header.getKey();
                String value = header.getValue();
                List<String> values = headers.computeIfAbsent(name, key -> new ArrayList<>());
                switch (random.nextInt(16)) {
                    case 0 -> headers.put(name, new ArrayList<>());
                    case 1 -> values.add(null);
                    case 2 -> values.add(new String(changed(value.getBytes(UTF_8), random), UTF_8));
                    default -> values.add(value);
                }
            }
        }
        if (random.nextInt(16) == 0) {
            headers.replace(name, null);
        }
        return headers;
    }

    private static byte[] body(Random random) {
        byte[] body = any(random).body();
        for (int i = random.nextInt(4); i > 0; i--) {
            body = changed(body, random);
        }
        return switch (random.nextInt(8)) {
            case 0 -> Response.gzip(body);
            case 1 -> changed(Response.gzip(body), random);
            case 2 -> new String(body, UTF_8).getBytes(UTF_16);
            case 3 ->
                ('"' + new String(body, ISO_8859_1).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .getBytes(ISO_8859_1);
            default -> body;
        };
    }

    /** Cuts bytes off, puts a part of a body of the corpus before, after or between them, or changes one of them. */
    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        String text = new String(bytes, ISO_8859_1);
        String other = new String(any(random).body(), ISO_8859_1);
        String part = other.substring(random.nextInt(other.length() + 1));
        String start = text.substring(0, at);
        String end = text.substring(at);
        String changed = switch (random.nextInt(6)) {
            case 0 -> start;
            case 1 -> end;
            case 2 -> start + part;
            case 3 -> start + part + end;
            case 4 -> other.substring(0, other.length() - part.length()) + text;
            default -> start + (char) random.nextInt(0x100) + end.substring(Math.min(1, end.length()));
        };
        return changed.getBytes(ISO_8859_1);
    }
}
