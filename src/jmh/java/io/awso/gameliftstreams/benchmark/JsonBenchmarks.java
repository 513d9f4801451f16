package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** JSON: each class is a row, and each method a contestant. */
public class JsonBenchmarks {
    private static final CreateStreamSessionConnectionJsonCodec JSON = CreateStreamSessionConnectionCodec.json();

    @State(Scope.Thread)
    public static class OutputDecode {
        private final byte[] body = Payloads.output(JSON);
        private final JsonMapper mapper = new JsonMapper();
        private final SdkUnmarshaller sdk = new SdkUnmarshaller(200, body);

        @Benchmark
        public Object library() {
            return JSON.decodeOutput(body);
        }

        @Benchmark
        public Object tokenLoop() {
            return BareJson.signalResponse(body);
        }

        @Benchmark
        public Object databind() {
            return mapper.readValue(body, Records.Output.class);
        }

        @Benchmark
        public Object awsSdk() throws Exception {
            return sdk.output();
        }
    }

    @State(Scope.Thread)
    public static class ErrorDecode {
        private final byte[] body = Payloads.error(JSON);
        private final JsonMapper mapper = new JsonMapper();
        private final SdkUnmarshaller sdk = new SdkUnmarshaller(429, body);

        @Benchmark
        public Object library() {
            return JSON.decodeError(body);
        }

        @Benchmark
        public Object tokenLoop() {
            return BareJson.codeAndMessage(body);
        }

        @Benchmark
        public Object tree() {
            return mapper.readTree(body);
        }

        @Benchmark
        public Object awsSdk() throws Exception {
            return sdk.error();
        }
    }

    @State(Scope.Thread)
    public static class OutputEncode {
        private final JsonMapper mapper = new JsonMapper();
        private final Records.Output output = new Records.Output(Payloads.ANSWER);

        @Benchmark
        public Object library() {
            return JSON.encode(Payloads.OUTPUT);
        }

        @Benchmark
        public Object databind() {
            return mapper.writeValueAsBytes(output);
        }
    }

    @State(Scope.Thread)
    public static class ErrorEncode {
        private final JsonMapper mapper = new JsonMapper();
        private final Records.JsonError error = new Records.JsonError(Payloads.CODE, Payloads.MESSAGE);

        @Benchmark
        public Object library() {
            return JSON.encode(Payloads.ERROR);
        }

        @Benchmark
        public Object databind() {
            return mapper.writeValueAsBytes(error);
        }
    }
}
