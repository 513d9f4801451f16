package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionQueryCodec;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/** Query form: each class is a row, and each method a contestant. The peers, too, read and write bytes. */
public class QueryBenchmarks {
    private static final CreateStreamSessionConnectionQueryCodec QUERY = CreateStreamSessionConnectionCodec.query();
    private static final String NAME = "SignalResponse=";

    @State(Scope.Thread)
    public static class OutputEncode {
        @Benchmark
        public Object library() {
            return QUERY.encode(Payloads.OUTPUT);
        }

        @Benchmark
        public Object urlEncoder() {
            return (NAME + URLEncoder.encode(Payloads.ANSWER, UTF_8)).getBytes(UTF_8);
        }

        @Benchmark
        public Object awsSdk() {
            return (NAME + SdkHttpUtils.urlEncode(Payloads.ANSWER)).getBytes(UTF_8);
        }
    }

    @State(Scope.Thread)
    public static class OutputDecode {
        private final byte[] body = Payloads.output(QUERY);

        @Benchmark
        public Object library() {
            return QUERY.decodeOutput(body);
        }

        @Benchmark
        public Object urlDecoder() {
            return URLDecoder.decode(value(), UTF_8);
        }

        @Benchmark
        public Object awsSdk() {
            return SdkHttpUtils.urlDecode(value());
        }

        private String value() {
            return new String(body, NAME.length(), body.length - NAME.length(), UTF_8);
        }
    }
}
