package io.awso.gameliftstreams.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Payloads that are meant to be slow, each read as an output and as an error: is the time proportional to the length?
 */
@State(Scope.Thread)
public class HostileBenchmarks {
    public enum Attack {
        JSON_LONG_STRING("{\"SignalResponse\":\"", i -> "xxxxxxxx", "\"}"),
        JSON_ESCAPES("{\"SignalResponse\":\"", i -> "\\u0041", "\"}"),
        JSON_LONG_NUMBER("{\"a\":", i -> "12345678", "}"),
        JSON_NESTING("{\"a\":", i -> "[", ""),
        JSON_MEMBERS("{\"a\":1", i -> ",\"n" + i + "\":1", "}"),
        JSON_REPEATED_MEMBERS("{\"code\":\"A\"", i -> ",\"code\":\"A\",\"Error\":{\"Code\":\"A\"}", "}"),
        JSON_COLLIDING_NAMES("{\"a\":1", i -> ",\"" + colliding(i) + "\":1", "}"),
        XML_LONG_TEXT("<R><SignalResponse>", i -> "xxxxxxxx", "</SignalResponse></R>"),
        XML_REFERENCES("<R><SignalResponse>", i -> "&#65;", "</SignalResponse></R>"),
        XML_NESTING("", i -> "<a>", ""),
        XML_ELEMENTS("<R>", i -> "<n" + i + "/>", "</R>"),
        XML_REPEATED_ELEMENTS("<R>", i -> "<Error><Message>a</Message></Error>", "</R>"),
        XML_ATTRIBUTES("<R", i -> " n" + i + "=''", "/>"),
        XML_COLLIDING_NAMES("<R>", i -> "<" + colliding(i) + "/>", "</R>"),
        XML_INSTRUCTIONS("<R>", i -> "<?p?>", "</R>"),
        XML_COMMENTS("<R><SignalResponse>", i -> "a<!---->", "</SignalResponse></R>"),
        QUERY_LONG_VALUE("SignalResponse=", i -> "xxxxxxxx", ""),
        QUERY_ESCAPES("SignalResponse=", i -> "%41", ""),
        QUERY_NAMES("", i -> "n" + i + "=1&", ""),
        QUERY_COLLIDING_NAMES("", i -> colliding(i) + "=1&", ""),
        /** A short body that is very long when decompressed. */
        GZIP_EXPANSION {
            @Override
            byte[] payload(int bytes) {
                return gzip(new byte[bytes]);
            }
        },
        /** Many gzip members in a row, all of them empty. */
        GZIP_EMPTY_MEMBERS {
            @Override
            byte[] payload(int bytes) {
                byte[] empty = gzip(new byte[0]);
                byte[] payload = new byte[bytes / empty.length * empty.length];
                for (int at = 0; at < payload.length; at += empty.length) {
                    System.arraycopy(empty, 0, payload, at, empty.length);
                }
                return payload;
            }
        };

        private final String start;
        private final IntFunction<String> part;
        private final String end;

        Attack(String start, IntFunction<String> part, String end) {
            this.start = start;
            this.part = part;
            this.end = end;
        }

        Attack() {
            this("", i -> "", "");
        }

        byte[] payload(int bytes) {
            StringBuilder payload = new StringBuilder(start);
            for (int i = 0; payload.length() < bytes - end.length(); i++) {
                payload.append(part.apply(i));
            }
            return payload.append(end).toString().getBytes(UTF_8);
        }

        /** Distinct names with the same hash code. */
        private static String colliding(int i) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < 20; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            return name.toString();
        }

        private static byte[] gzip(byte[] bytes) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return compressed.toByteArray();
        }
    }

    private static final Map<String, List<String>> GZIP = Map.of("content-encoding", List.of("gzip"));

    @Param
    public Attack attack;

    @Param({"1048576", "4194304", "16777216"})
    public int bytes;

    private byte[] payload;

    @Setup
    public void make() {
        payload = attack.payload(bytes);
    }

    @Benchmark
    public Object read() {
        String name = attack.name();
        if (name.startsWith("GZIP")) {
            return Arrays.asList(
                    CreateStreamSessionConnectionResponseReader.read(200, GZIP, payload),
                    CreateStreamSessionConnectionResponseReader.read(500, GZIP, payload));
        }
        CreateStreamSessionConnectionCodec codec = Format.valueOf(name.substring(0, name.indexOf('_'))).codec;
        Object output;
        try {
            output = codec.decodeOutput(payload);
        } catch (CodecException e) {
            output = e;
        }
        try {
            return Arrays.asList(output, codec.decodeError(payload));
        } catch (CodecException e) {
            return Arrays.asList(output, e);
        }
    }
}
