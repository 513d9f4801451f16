package io.awso.gameliftstreams.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads JSON strings eight bytes at a time, which takes half as long as one by one. It needs {@code ByteBuffer} views,
 * whose first use costs a fresh JVM 3 ms. So a {@link Scratch} creates this object only after some uses, or for a long
 * text.
 */
final class JsonWords {
    /** The most bytes that one step of {@link #unescape} reads or writes: seven of a word, and then an escape. */
    static final int STEP = 16;

    private ByteBuffer bytes;
    private int end;

    /** Creates a view of a scratch's buffer. */
    JsonWords(byte[] bytes) {
        this.bytes = view(bytes);
    }

    void setBytes(byte[] bytes) {
        this.bytes = view(bytes);
    }

    /** Returns a view of bytes in which the first byte of a word is its lowest. */
    private static ByteBuffer view(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Unescapes the characters of a string. A real answer has an escape about every 16 bytes. Almost all are the CR LF
     * of a session description, escaped twice because it is JSON inside JSON. This method reads each of these, and
     * each escaped quote, in one step. It stops at anything else, and before the ends of the two arrays.
     *
     * @param from the payload, read from {@code start} on; {@link #end} returns where reading stopped
     * @param to the scratch's bytes, written from {@code length} on
     * @return the new length
     */
    int unescape(byte[] from, int start, byte[] to, int length) {
        ByteBuffer fromWords = view(from);
        ByteBuffer toWords = bytes;
        int lastStep = from.length - STEP;
        int lastLength = to.length - STEP;
        int i = start;
        while (i <= lastStep && length <= lastLength) {
            long word = fromWords.getLong(i);
            toWords.putLong(length, word);
            long special = special(word);
            if (special == 0) {
                i += Long.BYTES;
                length += Long.BYTES;
                continue;
            }
            int plain = Long.numberOfTrailingZeros(special) >>> 3;
            i += plain;
            length += plain;
            if (from[i] != '\\') {
                break;
            }
            if (from[i + 1] == '\\'
                    && from[i + 2] == 'r'
                    && from[i + 3] == '\\'
                    && from[i + 4] == '\\'
                    && from[i + 5] == 'n') {
                to[length] = '\\';
                to[length + 1] = 'r';
                to[length + 2] = '\\';
                to[length + 3] = 'n';
                length += 4;
                i += 6;
            } else if (from[i + 1] == '"') {
                to[length++] = '"';
                i += 2;
            } else {
                break;
            }
        }
        end = i;
        return length;
    }

    /** Returns where the last call of {@link #unescape} stopped. */
    int end() {
        return end;
    }

    /** Returns a word whose lowest set bit is in the first byte that JSON escapes, or that is not ASCII. */
    private static long special(long word) {
        // Subtracting sets the highest bit of each ASCII byte that is less than what is subtracted from it. It can
        // also set that bit in the byte after such a byte, which does not change the lowest one.
        return ((word ^ 0x2222222222222222L) - 0x0101010101010101L
                        | (word ^ 0x5C5C5C5C5C5C5C5CL) - 0x0101010101010101L
                        | word - 0x2020202020202020L
                        | word)
                & 0x8080808080808080L;
    }
}
