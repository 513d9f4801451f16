package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of a body that is meant for people, such as an HTML page or a line of text from a proxy. Messages end up
 * in logs, so text that may hold a signal response is dropped: a safety net, not a promise.
 */
final class BodyText {
    private static final int MAX_LENGTH = 1_000;

    /** The longest run of Base64 characters that is allowed. A signal response in Base64 has a longer one. */
    private static final int MAX_RUN = 199;

    private static final Set<String> JSON_LITERALS = Set.of("null", "true", "false");

    private BodyText() {}

    /**
     * Returns at most the first 1,000 characters. Returns null if the body is blank, begins with a curly or square bracket,
     * is one of the JSON literals, holds a control character other than tab and line ends, or may hold a signal response.
     */
    static @Nullable String of(Body body) {
        String text = new String(body.bytes(), UTF_8);
        int start = 0;
        while (start < text.length()
                && (AsciiText.isWhiteSpace(text.charAt(start)) || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        String content = text.substring(start);
        if (content.isEmpty() || isJson(content) || !isAllowed(content)) {
            return null;
        }
        int end = Math.min(text.length(), MAX_LENGTH);
        // Decoded text has no lone surrogates, so a high one at the end is half of a pair.
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    private static boolean isJson(String content) {
        return content.startsWith("{") || content.startsWith("[") || JSON_LITERALS.contains(AsciiText.strip(content));
    }

    private static boolean isAllowed(String content) {
        boolean isMarkup = content.startsWith("<");
        int run = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (isLetterOrDigit(c) || "+/=_-".indexOf(c) >= 0) {
                run++;
            } else if (c != '\r' && c != '\n') {
                // Line ends do not end a run, because MIME and PEM break Base64 into lines.
                run = 0;
            }
            if (run > MAX_RUN
                    || Character.isISOControl(c) && !AsciiText.isWhiteSpace(c)
                    || AsciiText.isAt(content, i, CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE)
                    || AsciiText.isAt(content, i, "ice-pwd")
                    || AsciiText.isAt(content, i, "ice-ufrag")
                    || isDescriptionAt(content, i)
                    || !isMarkup && isPercentEscapeAt(content, i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a session description's first line is at an offset. {@code v=0.4} and {@code v=01} are not. */
    private static boolean isDescriptionAt(String text, int at) {
        int end = at + "v=0".length();
        return AsciiText.isAt(text, at, "v=0")
                && (end == text.length() || text.charAt(end) != '.' && !isLetterOrDigit(text.charAt(end)));
    }

    private static boolean isPercentEscapeAt(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
