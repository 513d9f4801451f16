package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Does one piece of work in a fresh JVM. Has no lambda and no string concatenation of its own, which
 * would load the classes that {@link ClassLoadingTest} looks for.
 */
final class FirstUse {
    private static final String ANSWER = "v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\na=ice-pwd:\"\u00e9\\\uD83C\uDFAE\"\r\n";

    private FirstUse() {}

    public static void main(String[] args) {
        switch (args[0]) {
            case "json" -> {
                useOutput(CreateStreamSessionConnectionCodec.json());
                useError(CreateStreamSessionConnectionCodec.json());
            }
            case "query" -> {
                useOutput(CreateStreamSessionConnectionCodec.query());
                useError(CreateStreamSessionConnectionCodec.query());
            }
            case "xml" -> {
                useOutput(CreateStreamSessionConnectionCodec.xml());
                useError(CreateStreamSessionConnectionCodec.xml());
            }
            case "http-success" ->
                read(200, CreateStreamSessionConnectionCodec.json().encode(output()));
            case "http-failure" ->
                read(429, CreateStreamSessionConnectionCodec.json().encode(error()));
            default -> {
                // Nothing: what the JVM loads by itself.
            }
        }
    }

    private static CreateStreamSessionConnectionOutput output() {
        return CreateStreamSessionConnectionOutput.builder()
                .signalResponse(ANSWER)
                .build();
    }

    private static CreateStreamSessionConnectionError error() {
        return CreateStreamSessionConnectionError.of("ThrottlingException", "Slow down");
    }

    private static void useOutput(CreateStreamSessionConnectionCodec codec) {
        CreateStreamSessionConnectionOutput output = output();
        require(codec.decodeOutput(codec.encode(output)).signalResponse().get(), ANSWER);
        require(
                codec.decodeOutput(codec.encodeToString(output))
                        .signalResponse()
                        .get(),
                ANSWER);
    }

    private static void useError(CreateStreamSessionConnectionCodec codec) {
        CreateStreamSessionConnectionError error = error();
        require(codec.decodeError(codec.encode(error)).code(), error.code());
        require(codec.decodeError("", codec.encodeToString(error)).code(), error.code());
    }

    /** Compares texts, because the {@code equals} of a record loads classes that this program must not load. */
    private static void require(String actual, String expected) {
        if (!actual.equals(expected)) {
            throw new AssertionError();
        }
    }

    private static void read(int statusCode, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", Collections.singletonList("application/json"));
        headers.put("x-amzn-RequestId", Collections.singletonList("7f3c"));
        CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body)
                .requestId()
                .orElseThrow();
    }
}
