package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a body that is meant for people, such as an HTML page or a line of text from a proxy, into a message.
 * Messages end up in logs, so a safety net (not a promise) keeps signal responses out of them.
 */
final class BodyText {
    private static final int MAX_LENGTH = 1_000;

    /** The longest run of Base64 characters that is allowed. A signal response in Base64 has a longer one. */
    private static final int MAX_RUN = 199;

    private static final Set<String> LITERALS = Set.of("null", "true", "false");

    private BodyText() {}

    /** Returns the body as a message, or null if it is not one or may contain a signal response. */
    static @Nullable String of(byte[] body) {
        String text = stringOf(new String(body, UTF_8));
        String content = text.substring(contentStart(text));
        if (isJson(content) || hasControlCharacter(content) || mayHoldAnswer(content)) {
            return null;
        }
        int end = Math.min(text.length(), MAX_LENGTH);
        boolean splitsPair = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return text.substring(0, splitsPair ? end - 1 : end);
    }

    /** Returns the value of a JSON string, or the text itself if it is not a JSON string. */
    private static String stringOf(String text) {
        int contentEnd = text.length();
        while (contentEnd > 0 && isWhiteSpaceOrMark(text.charAt(contentEnd - 1))) {
            contentEnd--;
        }
        String json = text.substring(Math.min(contentStart(text), contentEnd), contentEnd);
        int end = json.startsWith("\"") ? 1 : json.length();
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        if (end != json.length() - 1) {
            return text;
        }
        byte[] document = ("{\"Message\":" + json + "}").getBytes(UTF_8);
        return CreateStreamSessionConnectionCodec.json()
                .readErrorDocument(document)
                .message()
                .orElse(text);
    }

    /** Returns the offset of the first character after white space and a byte order mark. */
    private static int contentStart(String text) {
        int start = 0;
        while (start < text.length() && isWhiteSpaceOrMark(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isWhiteSpaceOrMark(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\uFEFF';
    }

    private static boolean isJson(String content) {
        return content.isEmpty()
                || content.startsWith("{")
                || content.startsWith("[")
                || LITERALS.contains(content.strip());
    }

    private static boolean hasControlCharacter(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n') {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHoldAnswer(String content) {
        String lowerCase = content.toLowerCase(Locale.ROOT);
        return !Headers.isFreeOfCredentials(content)
                || lowerCase.contains(CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE.toLowerCase(Locale.ROOT))
                || lowerCase.contains("v=0")
                || hasLongRun(content)
                || !content.startsWith("<") && hasPercentEscape(content);
    }

    private static boolean hasLongRun(String content) {
        int run = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            boolean isBase64 =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/=_-".indexOf(c) >= 0;
            run = isBase64 ? run + 1 : 0;
            if (run > MAX_RUN) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPercentEscape(String content) {
        for (int i = content.indexOf('%'); i >= 0 && i < content.length() - 2; i = content.indexOf('%', i + 1)) {
            if (HexFormat.isHexDigit(content.charAt(i + 1)) && HexFormat.isHexDigit(content.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }
}
