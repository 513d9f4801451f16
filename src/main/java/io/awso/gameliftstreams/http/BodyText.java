package io.awso.gameliftstreams.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns a body that is meant for people, such as an HTML page or a line of text from a proxy, into a message. */
final class BodyText {
    private static final int MAX_LENGTH = 1_000;
    private static final Pattern START = Pattern.compile("^[ \\t\\r\\n\\uFEFF]+");

    /** Finds nothing but white space or a literal of JSON, the start of other JSON, or a control character. */
    private static final Pattern NO_MESSAGE =
            Pattern.compile("^(null|true|false)?[ \\t\\r\\n]*\\z|^[{\\[]|[\\p{Cc}&&[^\\t\\r\\n]]");

    private BodyText() {}

    /** Returns the body as a message, or null if it is not one or may contain a signal response. */
    static @Nullable String of(Body body) {
        String text = new String(body.bytes(), UTF_8);
        String content = START.matcher(text).replaceFirst("");
        if (NO_MESSAGE.matcher(content).find() || !SafetyNet.allowsText(content)) {
            return null;
        }
        int end = Math.min(text.length(), MAX_LENGTH);
        boolean splitsPair = end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return text.substring(0, splitsPair ? end - 1 : end);
    }
}
