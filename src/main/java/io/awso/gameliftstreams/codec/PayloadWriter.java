package io.awso.gameliftstreams.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * Writes a payload as UTF-8: the format's markup as it is, and text with the escapes that the format
 * needs, in one pass over recycled buffers.
 */
final class PayloadWriter implements AutoCloseable {
    private static final RecyclerPool<BufferRecycler> RECYCLERS = JsonRecyclerPools.defaultPool();

    /** The chars that are written between two looks at the room that is left. */
    private static final int RUN = 128;

    /** The most bytes that one char becomes: three of UTF-8, each of them as {@code %XX}. */
    private static final int LONGEST = 9;

    /** The longest array that a JVM is sure to allow. */
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private final Format format;
    private final BufferRecycler recycler = RECYCLERS.acquireAndLinkPooled();
    private final byte[] recycled = recycler.allocByteBuffer(BufferRecycler.BYTE_WRITE_ENCODING_BUFFER);
    private final char[] chars = recycler.allocCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER);
    private byte[] bytes = recycled;
    private int length;

    PayloadWriter(Format format) {
        this.format = format;
    }

    /** Appends what is the format's own: signs and names, all of them ASCII. */
    PayloadWriter markup(String markup) {
        makeRoom(markup.length());
        for (int i = 0; i < markup.length(); i++) {
            bytes[length++] = (byte) markup.charAt(i);
        }
        return this;
    }

    /**
     * Appends the value of a member, escaped.
     *
     * @throws CodecException if the format cannot carry the value
     */
    void text(String member, String value) {
        for (int i = 0; i < value.length(); ) {
            makeRoom((RUN + 1) * LONGEST);
            int end = Math.min(value.length(), i + RUN);
            int start = i;
            value.getChars(start, end, chars, 0);
            while (i < end) {
                i = start + asciiText(i - start, end - start);
                if (i < end) {
                    i = otherText(member, value, i);
                }
            }
        }
    }

    /** Appends the ASCII chars from an index on; returns the index of the first that is another, or not carried. */
    private int asciiText(int start, int end) {
        boolean[] plain = format.plain;
        byte[] @Nullable [] escapes = format.escapes;
        char[] from = chars;
        byte[] to = bytes;
        int at = length;
        int i = start;
        while (true) {
            // The chars between two escapes, and nothing else in this loop: it is where the time goes.
            for (; i < end; i++) {
                char c = from[i];
                if (c >= plain.length || !plain[c]) {
                    break;
                }
                to[at++] = (byte) c;
            }
            byte[] escape = i < end && from[i] < plain.length ? escapes[from[i]] : null;
            if (escape == null) {
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

    /** Appends one code point that is no ASCII, or refuses it; returns the index behind it. */
    private int otherText(String member, String value, int i) {
        int codePoint = value.codePointAt(i);
        if (!format.carries(codePoint)) {
            throw format.cannotCarry(value, i, member);
        }
        if (Format.isSurrogate(codePoint)) {
            markup("\\u%04X".formatted(codePoint));
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
        return i + Character.charCount(codePoint);
    }

    private void utf8(int b) {
        byte[] escape = format.escapes[b];
        if (escape == null) {
            bytes[length++] = (byte) b;
        } else {
            for (byte e : escape) {
                bytes[length++] = e;
            }
        }
    }

    private void makeRoom(int room) {
        if (bytes.length - length < room) {
            int longer = (int) Math.min(2L * bytes.length, MAX_LENGTH);
            if (longer - length < room) {
                throw new CodecException(format + ": the payload would be longer than an array can be");
            }
            bytes = Arrays.copyOf(bytes, longer);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Gives the buffer back: the one that it came with, for a larger one would be kept for good. */
    @Override
    public void close() {
        recycler.releaseByteBuffer(BufferRecycler.BYTE_WRITE_ENCODING_BUFFER, recycled);
        recycler.releaseCharBuffer(BufferRecycler.CHAR_CONCAT_BUFFER, chars);
        recycler.releaseToPool();
    }
}
