package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import org.jspecify.annotations.Nullable;

/** A format as a text: the characters that it can carry, how it escapes them, and its refusals. */
enum Format {
    JSON("JSON") {
        /** RFC 8259, section 8.2: any Java string, for a lone surrogate can be escaped. */
        @Override
        boolean carries(int codePoint) {
            return true;
        }

        @Override
        @Nullable
        String escape(int b) {
            return switch (b) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\b' -> "\\b";
                case '\f' -> "\\f";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> b < ' ' ? "\\u%04X".formatted(b) : null;
            };
        }
    },

    XML("XML") {
        /** XML 1.0, section 2.2, production [2] Char. */
        @Override
        boolean carries(int codePoint) {
            return codePoint < ' '
                    ? codePoint == '\t' || codePoint == '\n' || codePoint == '\r'
                    : !isSurrogate(codePoint) && codePoint != 0xFFFE && codePoint != 0xFFFF;
        }

        /** XML 1.0, sections 2.4 and 2.11: a raw CR is read as LF, and "]]>" is no text. */
        @Override
        @Nullable
        String escape(int b) {
            return switch (b) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '\r' -> "&#xd;";
                default -> null;
            };
        }
    },

    QUERY("query form") {
        /** What is percent-encoded are the bytes of UTF-8, and a lone surrogate has none. */
        @Override
        boolean carries(int codePoint) {
            return !isSurrogate(codePoint);
        }

        /** RFC 3986, section 2.3: all but the unreserved characters. */
        @Override
        @Nullable
        String escape(int b) {
            return isLetterOrDigit(b) || "-_.~".indexOf(b) >= 0 ? null : "%%%02X".formatted(b);
        }
    };

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final String title;

    /** By byte of UTF-8, what {@link #escape} gives for it. */
    final byte[] @Nullable [] escapes = new byte[256][];

    /** By ASCII character, whether it is carried and stands for itself. */
    final boolean[] plain = new boolean[128];

    Format(String title) {
        this.title = title;
        for (int b = 0; b < escapes.length; b++) {
            String escape = escape(b);
            escapes[b] = escape == null ? null : escape.getBytes(US_ASCII);
        }
        for (int b = 0; b < plain.length; b++) {
            plain[b] = escapes[b] == null && carries(b);
        }
    }

    /** What is written for a byte of UTF-8; null where the byte stands for itself. */
    abstract @Nullable String escape(int b);

    /** Whether there is a way to write the code point in this format. */
    abstract boolean carries(int codePoint);

    /** The refusal of a value of which the code point at an index is not carried. */
    CodecException cannotCarry(String value, int index, String member) {
        return new CodecException("%s cannot carry U+%04X, which stands at index %d of %s"
                .formatted(title, value.codePointAt(index), index, member));
    }

    /** The refusal of a payload; {@code where} begins with "at" or "in". */
    CodecException refusal(String expected, String found, String where) {
        return new CodecException(title + ": expected " + expected + ", found " + found + " " + where);
    }

    /** A payload's text as UTF-8; one with a lone surrogate is refused, for UTF-8 has no bytes for it. */
    byte[] utf8(String payload) {
        for (int i = 0; i < payload.length(); i++) {
            if (Character.isSurrogate(payload.charAt(i))) {
                if (isSurrogate(payload.codePointAt(i))) {
                    throw refusal("Unicode text", "a lone surrogate", "at index " + i);
                }
                i++;
            }
        }
        return payload.getBytes(UTF_8);
    }

    /** Refuses a payload that is not UTF-8: parsers let over-long forms and encoded surrogates pass. */
    void requireUtf8(byte[] payload) {
        int offset = indexOfMalformed(payload, payload.length);
        if (offset >= 0) {
            throw refusal("UTF-8", "other bytes", "at offset " + offset);
        }
    }

    /** The offset of the first byte that is not UTF-8 where it stands; -1 if there is none. */
    static int indexOfMalformed(byte[] bytes, int length) {
        if (isAscii(bytes, length)) {
            return -1;
        }
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(1024);
        CoderResult result;
        do {
            result = decoder.decode(in, out.clear(), true);
        } while (result.isOverflow());
        return result.isError() ? in.position() : -1;
    }

    /** Looks at 32 bytes a step, and at the last 8 once more: every payload passes here, and none should notice. */
    private static boolean isAscii(byte[] bytes, int length) {
        long seen = 0;
        int i = 0;
        for (; i <= length - 32; i += 32) {
            seen |= (long) LONGS.get(bytes, i)
                    | (long) LONGS.get(bytes, i + 8)
                    | (long) LONGS.get(bytes, i + 16)
                    | (long) LONGS.get(bytes, i + 24);
        }
        for (; i <= length - 8; i += 8) {
            seen |= (long) LONGS.get(bytes, i);
        }
        if (length >= 8) {
            i = length;
            seen |= (long) LONGS.get(bytes, length - 8);
        }
        for (; i < length; i++) {
            seen |= bytes[i];
        }
        return (seen & 0x8080808080808080L) == 0;
    }

    private static boolean isLetterOrDigit(int b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
    }

    static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
