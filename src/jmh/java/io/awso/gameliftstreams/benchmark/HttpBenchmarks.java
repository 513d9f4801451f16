package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Compares reading a whole response, with the headers that AWS sends, with decoding its body alone. */
public class HttpBenchmarks {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();
    private static final Map<String, List<String>> HEADERS = HttpHeaders.of(
                    Map.of(
                            "Content-Type", List.of("application/json"),
                            "Content-Length", List.of("6193"),
                            "Connection", List.of("keep-alive"),
                            "Date", List.of("Tue, 24 Nov 2026 12:00:00 GMT"),
                            "x-amzn-RequestId", List.of("7f3c1a52-0b1e-4c52-9a57-0f5a3c1e8d11")),
                    (name, value) -> true)
            .map();
    private static final Map<String, List<String>> ERROR_HEADERS = HttpHeaders.of(
                    Map.of(
                            "Content-Type", List.of("application/json"),
                            "Content-Length", List.of("117"),
                            "Connection", List.of("keep-alive"),
                            "Date", List.of("Tue, 24 Nov 2026 12:00:00 GMT"),
                            "x-amzn-ErrorType", List.of(Payloads.CODE + ":http://internal.amazon.com/"),
                            "x-amzn-RequestId", List.of("7f3c1a52-0b1e-4c52-9a57-0f5a3c1e8d11")),
                    (name, value) -> true)
            .map();

    @State(Scope.Thread)
    public static class Success {
        private final byte[] body = Payloads.output(JSON);

        @Benchmark
        public Object library() {
            return CreateStreamSessionConnectionResponseReader.read(200, HEADERS, body);
        }

        @Benchmark
        public Object codecAlone() {
            return JSON.decodeOutput(body);
        }
    }

    @State(Scope.Thread)
    public static class Failure {
        private final byte[] body = Payloads.error(JSON);

        @Benchmark
        public Object library() {
            return CreateStreamSessionConnectionResponseReader.read(429, ERROR_HEADERS, body);
        }

        @Benchmark
        public Object codecAlone() {
            return JSON.decodeError(body);
        }
    }
}
