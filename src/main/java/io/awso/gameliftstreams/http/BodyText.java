package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a body that is meant for people, such as an HTML page or a line of text from a proxy, into a message. */
final class BodyText {
    private static final int MAX_LENGTH = 1_000;
    private static final Set<String> LITERALS = Set.of("null", "true", "false");

    private BodyText() {}

    /** Returns the body as a message, or null if it is not one or may contain a signal response. */
    static @Nullable String of(Body body) {
        String text = new String(body.bytes(), UTF_8);
        String content = text.substring(contentStart(text));
        if (isJson(content) || hasControlCharacter(content) || !SafetyNet.allowsText(content)) {
            return null;
        }
        int end = Math.min(text.length(), MAX_LENGTH);
        boolean splitsPair = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return text.substring(0, splitsPair ? end - 1 : end);
    }

    /** Returns the offset of the first character after white space and a byte order mark. */
    private static int contentStart(String text) {
        int start = 0;
        while (start < text.length() && (Headers.isWhiteSpace(text.charAt(start)) || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        return start;
    }

    private static boolean isJson(String content) {
        return content.isEmpty()
                || content.startsWith("{")
                || content.startsWith("[")
                || LITERALS.contains(Headers.strip(content));
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
}
