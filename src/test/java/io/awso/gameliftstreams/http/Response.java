package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.awso.gameliftstreams.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** A raw response, and the notation in which tests write it on one line. */
record Response(int statusCode, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final Pattern ENCODING = Pattern.compile("(gzip|deflate|utf-16|utf-16le|cut([0-9]+)):");

    /**
     * Creates a response from text.
     *
     * @param headers headers as {@code name: value}, separated by {@code " && "}
     * @param body the body in UTF-8, after {@code utf-16:} or {@code utf-16le:} in UTF-16 with a byte order mark, after
     *     {@code gzip:} or {@code deflate:} (RFC 9110, so in zlib's format) compressed, after {@code cut8:} without its last
     *     8 bytes. {@link Fixtures#bytes} has the notation for bytes in hexadecimal. {@code " ++ "} joins bodies
     */
    static Response of(int statusCode, String headers, String body) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (String header : headers.isEmpty() ? new String[0] : headers.split(" && ")) {
            String[] parts = header.split(": ?", 2);
            entries.add(Map.entry(parts[0], new String(bytes(parts[1]), ISO_8859_1)));
        }
        return new Response(statusCode, entries, bytes(body));
    }

    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String part : text.split(" \\+\\+ ", -1)) {
            Matcher encoding = ENCODING.matcher(part);
            bytes.writeBytes(
                    encoding.lookingAt()
                            ? encoded(encoding.group(1), encoding.group(2), part.substring(encoding.end()))
                            : Fixtures.bytes(part));
        }
        return bytes.toByteArray();
    }

    private static byte[] encoded(String encoding, String count, String text) {
        return switch (encoding) {
            case "gzip" -> gzip(bytes(text));
            case "deflate" -> compressed(bytes(text), DeflaterOutputStream::new);
            case "utf-16" -> text.getBytes(UTF_16);
            case "utf-16le" -> ("\uFEFF" + text).getBytes(UTF_16LE);
            default -> {
                byte[] whole = bytes(text);
                yield Arrays.copyOf(whole, whole.length - Integer.parseInt(count));
            }
        };
    }

    /** Creates a stream that compresses into another. */
    private interface Compression {
        OutputStream over(OutputStream out) throws IOException;
    }

    static byte[] gzip(byte[] content) {
        return compressed(content, GZIPOutputStream::new);
    }

    private static byte[] compressed(byte[] content, Compression compression) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression.over(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    CreateStreamSessionConnectionResult read() {
        Map<String, List<String>> values = headers.stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return CreateStreamSessionConnectionResponseReader.read(statusCode, values, body);
    }
}
