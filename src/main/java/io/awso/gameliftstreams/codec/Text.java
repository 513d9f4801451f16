package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts payloads between text and UTF-8, and finds lone surrogates. */
final class Text {
    private Text() {}

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /**
     * Returns the UTF-8 bytes of a payload given as a string. UTF-8 cannot carry a lone surrogate: if strict, this
     * throws, and otherwise it writes U+FFFD.
     */
    static byte[] utf8(String format, String payload, boolean strict) {
        return withoutLoneSurrogates(format, payload, strict).getBytes(UTF_8);
    }

    static String withoutLoneSurrogates(String format, String payload, boolean strict) {
        if (payload.equals(new String(payload.getBytes(UTF_8), UTF_8))) {
            return payload;
        }
        Matcher lone = Surrogates.LONE.matcher(payload);
        if (strict && lone.find()) {
            throw new CodecException(format + ": lone surrogate at index " + lone.start());
        }
        return lone.replaceAll("\uFFFD");
    }

    /** A separate class, so that only payloads with lone surrogates load the classes of regular expressions. */
    private static final class Surrogates {
        static final Pattern LONE = Pattern.compile("\\p{Cs}");
    }

    /** Returns the text, or null if the bytes are not UTF-8 (RFC 3629): encoding the text would give different bytes. */
    static @Nullable String decodeUtf8(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, UTF_8);
        byte[] own = text.getBytes(UTF_8);
        return Arrays.equals(own, 0, own.length, bytes, start, end) ? text : null;
    }
}
