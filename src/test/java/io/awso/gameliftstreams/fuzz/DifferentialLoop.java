package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.RealAnswers;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Compares the library with the oracles over seeds, all their truncations and single-byte changes, and random
 * mutations of them. It is fast because it does not measure coverage. {@link PayloadFuzzTest} does.
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.mainClass=io.awso.gameliftstreams.fuzz.DifferentialLoop \
 *     -Dexec.args="json 1000000 42"
 * </pre>
 *
 * <p>The arguments are the format ({@code json}, {@code xml}, {@code query} or {@code response}), the number of
 * mutations, and the seed of the random numbers. A finding is printed with its input in hexadecimal, and the exit
 * status is 1.
 */
public final class DifferentialLoop {
    private static final List<String> DICTIONARY = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ":",
            ",",
            "\\",
            "\\u00e9",
            "\\ud83c",
            "\\udfae",
            "\\n",
            "\\\\r\\\\n",
            "\\/",
            "null",
            "true",
            "false",
            "-0.1e+5",
            "0",
            "12",
            " ",
            "\r\n",
            "\t",
            "\0",
            "\u007F",
            "\u00EF\u00BB\u00BF",
            "\u00C3\u00A4",
            "\u00F0\u009F\u008E\u00AE",
            "\u00ED\u00A0\u0080",
            "\u00C0\u0080",
            "\u00EF\u00BF\u00BE",
            "\"SignalResponse\":\"v=0\"",
            "\"code\":\"A\"",
            "\"Code\":\"B\"",
            "\"__type\":\"ns#C:x\"",
            "\"error\":{\"code\":\"D\"}",
            "\"error\":\"E\"",
            "\"Error\":{\"Code\":\"F\",\"Message\":1}",
            "\"Output\":{\"__type\":\"G\"}",
            "\"details\":{\"Message\":\"m\"}",
            "\"message\":\"n\"",
            "\"Message\":null",
            "\"errorMessage\":2.5",
            "\"detail\":true",
            "\"title\":\" \"",
            "\"error\":\"H i: j\"",
            "\"fault\":{\"code\":\"I\"}",
            "\"fault\":{",
            "\"ResponseMetadata\":{\"RequestID\":\"r, s\"}",
            "\"message\":\"\"",
            "\"RequestId\":\"r\"",
            "\"requestId\":\"q\"",
            "\"x\":",
            "{},",
            "<",
            ">",
            "/>",
            "</",
            "<a>",
            "</a>",
            "<a/>",
            "<Code>X</Code>",
            "<Message>m</Message>",
            "<message>n</message>",
            "<Error>",
            "</Error>",
            "<Errors>",
            "</Errors>",
            "<ErrorResponse>",
            "</ErrorResponse>",
            "<Response>",
            "<RequestId>r</RequestId>",
            "<ResponseMetadata>",
            "</ResponseMetadata>",
            "<Message/>",
            "<SignalResponse>",
            "</SignalResponse>",
            "<CreateStreamSessionConnectionResult>",
            "</CreateStreamSessionConnectionResult>",
            "<ThrottlingException>",
            "</ThrottlingException>",
            "<html>",
            "<CreateStreamSessionConnectionOutput>",
            "</CreateStreamSessionConnectionOutput>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?a b?>",
            "<?xml version=\"1.0\"?>",
            "<!DOCTYPE a>",
            "&amp;",
            "&#xd;",
            "&#0;",
            "&a;",
            "&lt;",
            " a='b'",
            " xmlns='u'",
            " xmlns:p='u'",
            "p:",
            " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'",
            "&",
            "=",
            "+",
            "%",
            "%0A",
            "%c3%a4",
            "%FF",
            "%ED%A0%80",
            "%2",
            "Code=X",
            "Message=m",
            "Message=+",
            "SignalResponse=v",
            "&Code=Y",
            "&&",
            "CreateStreamSessionConnectionOutput",
            "ConflictException",
            "#",
            "#ThrottlingException");

    private static final List<String> RESPONSE_DICTIONARY = List.of(
            "\n",
            "200\n",
            "404\n",
            "429\n",
            "503\n",
            "204\n",
            "content-type: application/json\n",
            "Content-Type: text/xml; charset=utf-8\n",
            "content-type: application/problem+xml\n",
            "x-amzn-errortype: ns#ConflictException:u\n",
            "X-Amzn-ErrorType: \n",
            "x-amzn-requestid: r1\n",
            "x-amz-request-id: r2\n",
            "x-amzn-request-id: r3\n",
            "x-amzn-error-message: busy\n",
            "retry-after: 120\n",
            "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\n",
            "date: Wed, 21 Oct 2026 07:27:00 GMT\n",
            "x-amz-retry-after: 250\n",
            "content-encoding: gzip\n",
            "content-encoding: identity, x-gzip\n",
            "content-encoding: br\n",
            "ice-pwd",
            "v=0",
            "%41",
            "Bad gateway",
            "\"text\"",
            "<html>");

    private static final int MAX_LENGTH = 30_000;

    private final Consumer<byte[]> check;
    private final List<String> dictionary;
    private final List<byte[]> seeds = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private long inputs;

    private DifferentialLoop(String format) throws IOException, URISyntaxException {
        check = switch (format) {
            case "json" -> Checks::json;
            case "xml" -> Checks::xml;
            case "query" -> Checks::query;
            case "response" -> Checks::response;
            default -> throw new IllegalArgumentException("expected json, xml, query or response, not " + format);
        };
        List<String> words = new ArrayList<>(DICTIONARY);
        if (format.equals("response")) {
            for (int i = 0; i < 4; i++) {
                words.addAll(RESPONSE_DICTIONARY);
            }
        }
        dictionary = words;
        addSeeds(format);
        System.setErr(new PrintStream(printed, true, UTF_8));
    }

    private void addSeeds(String format) throws IOException, URISyntaxException {
        Path directory = Path.of(Objects.requireNonNull(DifferentialLoop.class.getResource("PayloadFuzzTestInputs"))
                .toURI());
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            if (file.toString().endsWith("." + format)) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        CreateStreamSessionConnectionCodec codec = switch (format) {
            case "xml" -> CreateStreamSessionConnectionCodec.xml();
            case "query" -> CreateStreamSessionConnectionCodec.query();
            default -> CreateStreamSessionConnectionCodec.json();
        };
        for (RealAnswers answer : RealAnswers.values()) {
            seeds.add(codec.encode(CreateStreamSessionConnectionOutput.builder()
                    .signalResponse(answer.signalResponse())
                    .build()));
        }
    }

    public static void main(String[] args) throws IOException, URISyntaxException {
        DifferentialLoop loop = new DifferentialLoop(args[0]);
        long count = Long.parseLong(args[1]);
        long seed = Long.parseLong(args[2]);
        System.out.println(args[0] + ", " + count + " mutations, seed " + seed);
        loop.checkEveryChange();
        loop.checkMutations(count, seed);
        System.out.println(loop.inputs + " inputs without a finding");
    }

    /** Checks every seed, every truncation of it, and every single-byte change of a short one. */
    private void checkEveryChange() {
        for (byte[] seed : seeds) {
            for (int length = 0; length <= seed.length; length++) {
                check(Arrays.copyOf(seed, length));
            }
            for (int i = 0; i < seed.length && seed.length < 200; i++) {
                for (int b = 0; b < 256; b++) {
                    byte[] changed = seed.clone();
                    changed[i] = (byte) b;
                    check(changed);
                }
            }
        }
    }

    private void checkMutations(long count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < count; i++) {
            byte[] input = seed(random);
            for (int mutations = 1 + random.nextInt(5); mutations > 0; mutations--) {
                input = mutate(input, random);
            }
            check(input);
        }
    }

    /** Returns a seed, most often a short one. */
    private byte[] seed(SplittableRandom random) {
        byte[] seed = seeds.get(random.nextInt(seeds.size()));
        return seed.length > 500 && random.nextInt(32) != 0 ? seed(random) : seed;
    }

    private byte[] mutate(byte[] input, SplittableRandom random) {
        int at = random.nextInt(input.length + 1);
        int end = Math.min(input.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 40));
        return switch (random.nextInt(8)) {
            case 0 -> splice(input, at, end, new byte[0]);
            case 1 -> Arrays.copyOf(input, at);
            case 2 -> splice(input, at, at, Arrays.copyOfRange(input, at, end));
            case 3 -> splice(input, at, Math.min(input.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 4 -> {
                byte[] other = seed(random);
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(60));
                yield splice(input, at, random.nextBoolean() ? at : end, Arrays.copyOfRange(other, from, to));
            }
            default -> {
                byte[] word = dictionary.get(random.nextInt(dictionary.size())).getBytes(ISO_8859_1);
                yield splice(input, at, random.nextInt(3) > 0 ? at : end, word);
            }
        };
    }

    /** Returns the input with other bytes in place of a range. */
    private static byte[] splice(byte[] input, int start, int end, byte[] bytes) {
        byte[] result = new byte[input.length - (end - start) + bytes.length];
        System.arraycopy(input, 0, result, 0, start);
        System.arraycopy(bytes, 0, result, start, bytes.length);
        System.arraycopy(input, end, result, start + bytes.length, input.length - end);
        return result.length > MAX_LENGTH ? input : result;
    }

    private void check(byte[] input) {
        inputs++;
        try {
            check.accept(input);
            if (printed.size() > 0) {
                throw new AssertionError("printed: " + printed.toString(UTF_8));
            }
        } catch (RuntimeException | Error finding) {
            System.out.println("input " + inputs + ": " + HexFormat.of().formatHex(input));
            System.out.println(new String(input, UTF_8));
            finding.printStackTrace(System.out);
            System.exit(1);
        }
    }
}
