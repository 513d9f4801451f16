package io.awso.gameliftstreams.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResponseReader;
import io.awso.gameliftstreams.http.CreateStreamSessionConnectionResult;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A response in a file: status line, headers, an empty line and body, as {@code curl -i} prints it, or only the body. */
final class ResponseFile {
    private static final String START = "HTTP/";
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/[0-9.]+ ([0-9]{3})(?: (.*))?");

    private ResponseFile() {}

    static boolean isResponse(byte[] file) {
        return isResponse(new String(file, ISO_8859_1), 0);
    }

    private static boolean isResponse(String text, int start) {
        return text.startsWith(START, start);
    }

    /**
     * Reads the response. If other responses come before it (100 Continue, a proxy's, or a redirect), skips them.
     *
     * @throws IllegalArgumentException if the status line or a header is malformed
     */
    static CreateStreamSessionConnectionResult read(byte[] file) {
        String text = new String(file, ISO_8859_1); // One character per byte.
        int position = 0;
        while (true) {
            Matcher status = null;
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (boolean isHead = true; isHead; ) {
                int lineFeed = text.indexOf('\n', position);
                int end = lineFeed < 0 ? text.length() : lineFeed;
                String line = text.substring(position, end).stripTrailing();
                position = lineFeed < 0 ? end : end + 1;
                isHead = lineFeed >= 0 && !line.isEmpty();
                if (status == null) {
                    status = STATUS_LINE.matcher(line);
                    require(status.matches(), "status line");
                } else if (!line.isEmpty()) {
                    int colon = line.indexOf(':');
                    require(colon > 0, "header");
                    headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                            .add(line.substring(colon + 1).strip());
                }
            }
            int statusCode = Integer.parseInt(status.group(1));
            boolean isBeforeAnother = statusCode < 200
                    || 300 <= statusCode && statusCode <= 399
                    || "Connection established".equalsIgnoreCase(status.group(2));
            if (!(isBeforeAnother && isResponse(text, position))) {
                byte[] body = Arrays.copyOfRange(file, position, file.length);
                return CreateStreamSessionConnectionResponseReader.read(statusCode, headers, body);
            }
        }
    }

    /**
     * Reads a body as that of a response with status 200.
     *
     * @throws IllegalArgumentException if it is not text
     */
    static CreateStreamSessionConnectionResult readBody(byte[] body) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            String type = text.strip().startsWith("<") ? "application/xml" : "application/json";
            return CreateStreamSessionConnectionResponseReader.read(200, Map.of("content-type", List.of(type)), body);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("is not text");
        }
    }

    private static void require(boolean condition, String part) {
        if (!condition) {
            throw new IllegalArgumentException("begins like a response, but has a malformed " + part);
        }
    }
}
