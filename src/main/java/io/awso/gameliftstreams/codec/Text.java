package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Converts payloads between text and UTF-8, and finds lone surrogates. */
final class Text {
    /** The longest text whose UTF-8 form fits an array, whatever it holds: a char becomes up to three bytes. */
    static final int MAX_CHARS = (Integer.MAX_VALUE - 8) / 3;

    /** The longest string that every JVM can hold, at two bytes per char. */
    static final int MAX_WIDE = (1 << 30) - 16;

    private Text() {}

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** Returns what {@link #withoutLoneSurrogates} returns, as UTF-8. */
    static byte[] utf8(String format, String payload, boolean strict) {
        return withoutLoneSurrogates(format, payload, strict).getBytes(UTF_8);
    }

    /**
     * Returns the payload with U+FFFD in place of each lone surrogate, which UTF-8 cannot carry, and cut off at {@link
     * #MAX_CHARS}. If strict, throws if there is anything to replace or cut off.
     */
    static String withoutLoneSurrogates(String format, String payload, boolean strict) {
        if (strict && payload.length() > MAX_CHARS) {
            throw new CodecException(format + ": longer than " + MAX_CHARS + " characters");
        }
        String text = payload.substring(0, Math.min(payload.length(), MAX_CHARS));
        if (text.equals(new String(text.getBytes(UTF_8), UTF_8))) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text);
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isSurrogate(codePoint)) {
                if (strict) {
                    throw new CodecException(format + ": lone surrogate at index " + i);
                }
                replaced.setCharAt(i, '\uFFFD');
            }
            i += Character.charCount(codePoint);
        }
        return replaced.toString();
    }

    /** Returns the text, with U+FFFD for bytes that are not UTF-8 (RFC 3629). If strict, returns null instead of it. */
    static @Nullable String decodeUtf8(byte[] bytes, int start, int end, boolean strict) {
        String text = new String(bytes, start, end - start, UTF_8);
        if (!strict || text.indexOf('\uFFFD') < 0) {
            return text;
        }
        // Malformed bytes became U+FFFD, but that character may also be in the text itself. A text that is too long to
        // compare counts as malformed.
        byte[] own = text.length() > MAX_CHARS ? new byte[0] : text.getBytes(UTF_8);
        return Arrays.equals(own, 0, own.length, bytes, start, end) ? text : null;
    }
}
