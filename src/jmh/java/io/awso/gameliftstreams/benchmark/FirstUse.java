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
 * The main class of a fresh JVM: does one kind of work for the first time, and prints how many nanoseconds it took.
 * Uses nothing that would warm up a contestant, such as lambdas or string concatenation.
 */
final class FirstUse {
    private FirstUse() {}

    public static void main(String[] args) throws Exception {
        String work = args[0];
        byte[] input = Files.readAllBytes(Path.of(args[1]));
        long start = System.nanoTime();
        Object value = result(work, input);
        long nanos = System.nanoTime() - start;
        if (value == null) {
            throw new IllegalStateException(work);
        }
        System.out.println(nanos);
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
            case "aws-sdk" -> new SdkUnmarshaller(200, input).output();
            default -> throw new IllegalArgumentException(work);
        };
    }

    private static CreateStreamSessionConnectionOutput output(byte[] signalResponse) {
        return new CreateStreamSessionConnectionOutput(Optional.of(new String(signalResponse, UTF_8)));
    }
}
