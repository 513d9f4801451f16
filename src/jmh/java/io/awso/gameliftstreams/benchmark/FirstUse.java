package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The main class of a fresh JVM: does one kind of work again and again from the first time on. Prints how many nanoseconds
 * 1, 10, 100 and so on calls took together, and last the longest call after the first. Uses nothing that would warm up a
 * contestant, such as lambdas or string concatenation.
 */
final class FirstUse {
    /** How long the JVM may take to get ready: it is busy with its own start when {@code main} begins. */
    private static final long NANOS_TO_GET_READY = 50_000_000;

    private FirstUse() {}

    public static void main(String[] args) throws Exception {
        String work = args[0];
        byte[] input = Files.readAllBytes(Path.of(args[1]));
        int calls = Integer.parseInt(args[2]);
        long[] totals = new long[args[2].length()];
        int total = 0;
        long longest = 0;
        int power = 1;
        long ready = System.nanoTime() + NANOS_TO_GET_READY;
        while (System.nanoTime() < ready) {
            Thread.onSpinWait(); // Not sleep(), after which the processor is slower.
        }
        long start = System.nanoTime();
        long before = start;
        for (int call = 1; call <= calls; call++) {
            Object value = result(work, input);
            long now = System.nanoTime();
            if (value == null) {
                throw new IllegalStateException(work);
            }
            if (call > 1) {
                longest = Math.max(longest, now - before);
            }
            if (call == power) {
                totals[total++] = now - start;
                power *= 10;
            }
            before = now;
        }
        for (long nanos : totals) {
            System.out.println(nanos);
        }
        System.out.println(longest);
    }

    private static Object result(String work, byte[] input) throws Exception {
        return switch (work) {
            case "json-output-decode" ->
                CreateStreamSessionConnectionCodec.json().decodeOutput(input);
            case "json-error-decode" ->
                CreateStreamSessionConnectionCodec.json().decodeError(input);
            case "json-failure-read" ->
                CreateStreamSessionConnectionResponseReader.read(
                        429, Map.of("content-type", List.of("application/json")), input);
            case "query-output-decode" ->
                CreateStreamSessionConnectionCodec.query().decodeOutput(input);
            case "xml-output-decode" -> CreateStreamSessionConnectionCodec.xml().decodeOutput(input);
            case "json-output-encode" ->
                CreateStreamSessionConnectionCodec.json().encode(output(input));
            case "query-output-encode" ->
                CreateStreamSessionConnectionCodec.query().encode(output(input));
            case "xml-output-encode" -> CreateStreamSessionConnectionCodec.xml().encode(output(input));
            case "jackson-core" -> BareJson.signalResponse(input);
            case "databind-record" -> new JsonMapper().readValue(input, Records.Output.class);
            case "aws-sdk" -> Sdk.handler(input).output();
            default -> throw new IllegalArgumentException(work);
        };
    }

    private static CreateStreamSessionConnectionOutput output(byte[] signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.of(new String(signalResponse, UTF_8)));
    }

    /** A client creates its handler once. A separate class, so that other contestants do not load the SDK. */
    private static final class Sdk {
        private static SdkUnmarshaller handler;

        static SdkUnmarshaller handler(byte[] input) {
            handler = handler == null ? new SdkUnmarshaller(200, input) : handler;
            return handler;
        }
    }
}
