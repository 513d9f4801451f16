package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.awso.gameliftstreams.Fixtures;
import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Failure;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult.Success;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random statuses, headers and bodies, which {@link ResponseOracle} reads too. {@code -Dresponses=1000000} sets how
 * many, {@code -Dseed=7} which. A finding gives the seed of its response and what differs, but not the response, which
 * may be a real answer.
 */
final class RandomResponsesTest {
    private static final int COUNT = Integer.getInteger("responses", 100_000);
    private static final long SEED = Long.getLong("seed", 2026);

    private static final String MARKER = "s3cr3t";
    private static final Pattern CREDENTIALS = Pattern.compile("(?i)ice-(pwd|ufrag):");
    private static final int[] STATUSES = {
        200, 200, 200, 201, 202, 204, 299, 300, 304, 400, 403, 429, 500, 502, 503, 504
    };
    private static final List<String> NAMES = with("""
            date retry-after content-type content-encoding x-amzn-errortype x-amzn-requestid \
            x-amz-request-id x-amzn-request-id x-amz-retry-after x-amzn-error-message x-amzn-waf-action""".split(" "), "");
    private static final List<String> VALUES = with("""
            Tue, 24 Nov 2026 12:00:00 GMT|Tue, 24 Nov 2026 12:00:30 GMT|Tuesday, 24-Nov-26 12:00:20 GMT|\
            Tue Nov  3 12:00:10 2026|Tue, 3 Nov 2026 12:00:00 UTC|Tue, 24 Nov 2026 12:00:60 GMT|\
            tue, 24 Nov 2026 12:00:30 GMT|Tue, 42 Nov 2026 12:00:30 GMT|Tue, 24 Nov 999999999 12:00:30 GMT|\
            7|0|999999999|1000000000|-1|1.5|7.0|7, 7| 7\t,x|7.|٧|application/json|application/xml|\
            text/xml; charset=utf-8|text/html|image/svg+XML|application/json; profile="a+xml"|gzip|X-GZIP|\
            identity|, gzip ,|gzip, gzip|br|deflate, identity|ThrottlingException|\
            a.b#ConflictException:http://internal/|SlowDown|RequestTimeout, m|UnknownError|:|#|7f3c1a52|\
            \u001b[2Jforged|line\r\nend|Räte|a=ice-pwd:s3cr3t|Slow down|challenge|\
            CreateStreamSessionConnectionOutput|no ice-ufrag""".split("\\|"), "x".repeat(300), " \t", "", null);
    private static final List<String> PIECES = with("""
            \uFEFF¦\r\n¦ ¦<¦{¦"¦\\¦%3D¦]]>¦<!DOCTYPE a>¦<?xml version="1.0" encoding="ISO-8859-1"?>¦\
            <?xml version="1.0" encoding="x"?>¦"message":"Oops",¦"RequestId":"7f3c",¦\
            <RequestId>7f3c</RequestId>¦ice-pwd¦ice-ufrag:¦\\'¦\\ud800¦"message":" ",¦v=0¦v=0.4¦\
            signalresponse¦\u0000¦\u0085¦\uD83D\uDE00""".split("¦"), "a".repeat(200), "ab ".repeat(400));

    private static final List<byte[]> BODIES = bodies();

    private static List<String> with(String[] texts, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(texts));
        all.addAll(Arrays.asList(more));
        return all;
    }

    /** A response with all that a map of headers can hold. */
    record Input(int statusCode, Map<String, List<String>> headers, byte[] body) {
        CreateStreamSessionConnectionResult ours() {
            return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body.clone());
        }
    }

    static Input random(Random random) {
        int statusCode = random.nextInt(8) == 0 ? random.nextInt() : STATUSES[random.nextInt(STATUSES.length)];
        return new Input(statusCode, headers(random), body(random));
    }

    @Tag("slow")
    @Test
    void everyResponseIsReadAsTheOracleReadsIt() {
        List<String> findings = new ArrayList<>();
        for (long seed = SEED * COUNT; seed < SEED * COUNT + COUNT && findings.size() < 10; seed++) {
            Input input = random(new Random(seed));
            CreateStreamSessionConnectionResult result = input.ours();

            String difference =
                    difference(result, ResponseOracle.read(input.statusCode(), input.headers(), input.body()));
            if (difference != null) {
                findings.add("seed " + seed + ", status " + input.statusCode() + ": " + difference);
            } else if (result instanceof Failure failure && !isSilent(failure)) {
                findings.add("seed " + seed + ", status " + input.statusCode() + ": shows the marker");
            }
        }
        assertThat(findings).isEmpty();
    }

    private static String difference(
            CreateStreamSessionConnectionResult actual, CreateStreamSessionConnectionResult expected) {
        if (actual instanceof Success && expected instanceof Success) {
            return actual.equals(expected) ? null : "another success";
        }
        if (!(actual instanceof Failure failure) || !(expected instanceof Failure oracle)) {
            return "not " + expected.getClass().getSimpleName();
        }
        if (!failure.error().code().equals(oracle.error().code())) {
            return "code";
        }
        if (!failure.error().message().equals(oracle.error().message())) {
            return "message";
        }
        boolean sameAdvice = failure.isRetryable() == ResponseOracle.isRetryable(oracle)
                && failure.isThrottling() == ResponseOracle.isThrottling(oracle);
        return failure.equals(oracle) && sameAdvice
                ? null
                : "request id, retryAfter, isRetryable, isThrottling or body";
    }

    /** Apart from the error and the request id, nothing is shown of the response; and no message holds a credential. */
    private static boolean isSilent(Failure failure) {
        String shown = failure.toString()
                .replace(failure.error().toString(), "")
                .replace(failure.requestId().orElse("(absent)"), "");
        return !shown.contains(MARKER)
                && failure.error()
                        .message()
                        .filter(text -> CREDENTIALS.matcher(text).find())
                        .isEmpty();
    }

    private static List<byte[]> bodies() {
        List<byte[]> bodies = new ArrayList<>();
        ResponseCorpusTest.corpus()
                .map(row -> row.response().body())
                .filter(body -> body.length < 100_000)
                .forEach(bodies::add);
        for (RealAnswers answer : RealAnswers.values()) {
            bodies.add(answer.signalResponse().getBytes(UTF_8));
            bodies.add(CreateStreamSessionConnectionCodec.json().encode(Fixtures.output(answer.signalResponse())));
        }
        return bodies;
    }

    private static Map<String, List<String>> headers(Random random) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String key = switch (random.nextInt(8)) {
                case 0 -> name.toUpperCase(Locale.ROOT);
                case 1 -> null;
                case 2 -> name.replace('r', 'R');
                default -> name;
            };
            List<String> values = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                values.add(VALUES.get(random.nextInt(VALUES.size())));
            }
            headers.put(key, random.nextInt(16) == 0 ? null : values);
        }
        return headers;
    }

    private static byte[] body(Random random) {
        byte[] body = BODIES.get(random.nextInt(BODIES.size()));
        for (int i = random.nextInt(4); i > 0; i--) {
            body = mutated(body, random);
        }
        return switch (random.nextInt(10)) {
            case 0 -> Response.gzip(body);
            case 2 -> mutated(Response.gzip(body), random);
            case 3 -> concat(Response.gzip(body), mutated(Response.gzip(new byte[] {' '}), random));
            case 4 -> quoted(body);
            case 1 -> new String(body, UTF_8).getBytes(random.nextBoolean() ? UTF_16 : UTF_16LE);
            default -> body;
        };
    }

    /** Returns a text as a JSON string. */
    private static byte[] quoted(byte[] text) {
        return ('"' + new String(text, ISO_8859_1).replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .getBytes(ISO_8859_1);
    }

    private static byte[] mutated(byte[] body, Random random) {
        int at = random.nextInt(body.length + 1);
        byte[] start = Arrays.copyOf(body, at);
        byte[] end = Arrays.copyOfRange(body, at, body.length);
        return switch (random.nextInt(6)) {
            case 0 -> start;
            case 1 -> end;
            case 2 -> concat(start, BODIES.get(random.nextInt(BODIES.size())));
            case 3 ->
                concat(start, concat(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8), end));
            case 4 -> concat(PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8), body);
            default -> {
                byte[] changed = body.clone();
                if (at < body.length) {
                    changed[at] = random.nextBoolean()
                            ? (byte) random.nextInt()
                            : "<>{}[]\":,\\#&;%= 0".getBytes(ISO_8859_1)[random.nextInt(17)];
                }
                yield changed;
            }
        };
    }

    private static byte[] concat(byte[] start, byte[] end) {
        byte[] both = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, both, start.length, end.length);
        return both;
    }
}
