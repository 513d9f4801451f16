package io.awso.gameliftstreams.codec;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a payload as UTF-8: the format's markup unchanged, and text with the format's escapes. */
final class PayloadWriter implements AutoCloseable {
    /** The most bytes that one char becomes: three of UTF-8, each of them as {@code %XX}. */
    private static final int MAX_ESCAPE = 9;

    private final Escapes escapes;
    private final Scratch scratch = Scratch.take();
    private byte[] bytes = scratch.bytes();
    private int length;

    PayloadWriter(Escapes escapes) {
        this.escapes = escapes;
    }

    /** Appends the format's own syntax and names, which are ASCII. */
    PayloadWriter markup(String markup) {
        makeRoom(markup.length());
        for (int i = 0; i < markup.length(); i++) {
            bytes[length++] = (byte) markup.charAt(i);
        }
        return this;
    }

    /**
     * Appends a value, escaped.
     *
     * @param member the name of the value's member, for the exception's message
     * @throws CodecException if the format cannot carry the value
     */
    PayloadWriter text(String member, String value) {
        char[] chars = scratch.chars();
        for (int start = 0; start < value.length(); ) {
            int count = Math.min(value.length() - start, chars.length);
            long atLeast = (count + 1L) * MAX_ESCAPE + (value.length() - start - count);
            makeRoom((int) Math.min(atLeast, Integer.MAX_VALUE));
            value.getChars(start, start + count, chars, 0);
            int i = 0;
            while (i < count) {
                i = ascii(i, count);
                if (i < count) {
                    // The second half of a surrogate pair may be in the next chunk.
                    int codePoint = value.codePointAt(start + i);
                    if (!escapes.carries(codePoint)) {
                        throw new CodecException(escapes.format + ": cannot carry U+" + hexadecimal(codePoint)
                                + " at index " + (start + i) + " of " + member);
                    }
                    codePoint(codePoint);
                    i += Character.charCount(codePoint);
                }
            }
            start += i;
        }
        return this;
    }

    /** Appends ASCII from an index on. Returns the index of the first char that is not ASCII or not carried. */
    private int ascii(int start, int end) {
        byte[] @Nullable [] table = escapes.table;
        char[] from = scratch.chars();
        byte[] to = bytes;
        int at = length;
        int i = start;
        while (true) {
            // Hot path: handles only the chars between two escapes.
            for (; i < end; i++) {
                char c = from[i];
                if (c >= 0x80 || table[c] != null) {
                    break;
                }
                to[at++] = (byte) c;
            }
            byte[] escape = i < end && from[i] < 0x80 ? table[from[i]] : null;
            if (escape == null || escape.length == 0) {
                break;
            }
            for (byte b : escape) {
                to[at++] = b;
            }
            i++;
        }
        length = at;
        return i;
    }

    private void codePoint(int codePoint) {
        if (Text.isSurrogate(codePoint)) {
            markup("\\u" + hexadecimal(codePoint));
        } else if (codePoint < 0x800) {
            utf8(0xC0 | codePoint >> 6);
            utf8(0x80 | codePoint & 0x3F);
        } else if (codePoint < 0x10000) {
            utf8(0xE0 | codePoint >> 12);
            utf8(0x80 | codePoint >> 6 & 0x3F);
            utf8(0x80 | codePoint & 0x3F);
        } else {
            utf8(0xF0 | codePoint >> 18);
            utf8(0x80 | codePoint >> 12 & 0x3F);
            utf8(0x80 | codePoint >> 6 & 0x3F);
            utf8(0x80 | codePoint & 0x3F);
        }
    }

    private void utf8(int b) {
        byte[] escape = escapes.table[b];
        if (escape == null) {
            bytes[length++] = (byte) b;
        } else {
            for (byte e : escape) {
                bytes[length++] = e;
            }
        }
    }

    private static String hexadecimal(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private void makeRoom(int room) {
        if (bytes.length - length < room) {
            bytes = scratch.grow(escapes.format, length, room);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Returns the buffers to their pool. */
    @Override
    public void close() {
        scratch.giveBack();
    }
}
