package io.awso.gameliftstreams.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the bytes of a JSON string that need attention, eight bytes at a time: control characters, quotes, backslashes and
 * bytes that are not ASCII.
 *
 * <p>It needs views of arrays, whose first use costs a fresh JVM 10 to 13 ms on JDK 17. {@code ByteBuffer} views cost
 * less, but the compiler does not always inline them: in every second JVM they took three times as long. Callers must
 * not read or write words until {@link #pays} has returned true.
 */
final class Words {
    /** {@code \r\n}, a line end of a session description in JSON. */
    static final long LINE_END = 0x6E5C725CL;

    /** {@code \\r\\n}: a line end as it is sent, because the answer is JSON inside JSON. */
    static final long ESCAPED_LINE_END = 0x6E5C5C725C5CL;

    /** About 700 answers: after so many, a JVM will probably read or write the thousands that the first use costs. */
    private static final int ENOUGH = 1 << 22;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = ONES << 7;
    private static final long OTHER_BITS = HIGHEST_BITS - ONES;
    private static final long SPACES = ' ' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    /** How many bytes were read or written, up to that number. There is no lock, so some may not be counted. */
    private static int seen;

    private Words() {}

    /** Counts bytes that are about to be read or written. Returns whether this class pays. */
    static boolean pays(int bytes) {
        if (seen < ENOUGH) {
            seen += Math.min(bytes, ENOUGH);
        }
        return seen >= ENOUGH;
    }

    /** A class of its own, so that it is not initialized before it pays. */
    private static final class View {
        static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    }

    /** Returns the word at an index. The first byte is the lowest. */
    static long get(byte[] bytes, int index) {
        return (long) View.LONGS.get(bytes, index);
    }

    static void put(byte[] bytes, int index, long word) {
        View.LONGS.set(bytes, index, word);
    }

    /** Returns a word whose lowest set bit is in the first byte that needs attention; 0 if none does. */
    static long special(long word) {
        // Subtracting sets the highest bit of each ASCII byte that is less than what is subtracted from it. It can
        // also set that bit in the byte after such a byte, which does not change the lowest one. In a byte that is
        // not ASCII, at least one of the two subtractions keeps that bit set (see WordsTest).
        // Inverting the bits in which a quote differs from a space makes it a space, next to the control characters.
        return ((word ^ QUOTES ^ SPACES) - (SPACES + ONES) | (word ^ BACKSLASHES) - ONES) & HIGHEST_BITS;
    }

    /**
     * Returns the index of the first byte from {@code start} on that needs attention. Looks at whole words only: if
     * none of them has such a byte, returns the index after the last one.
     */
    static int find(byte[] bytes, int start) {
        int i = start;
        for (int last = bytes.length - Long.BYTES; i <= last; i += Long.BYTES) {
            long special = special(get(bytes, i));
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        return i;
    }

    /**
     * Returns how many quotes and backslashes there are, or -1 if there is a control character, a question mark or a byte
     * that is not ASCII.
     */
    static int count(byte[] bytes) {
        int count = 0;
        long others = 0;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            long word = get(bytes, i);
            count += count(word);
            others |= others(word);
        }
        long rest = 'a' * ONES;
        for (; i < bytes.length; i++) {
            rest = rest << Byte.SIZE | bytes[i] & 0xFF;
        }
        count += count(rest);
        others |= others(rest);
        return (others & HIGHEST_BITS) == 0 ? count : -1;
    }

    /** Counts the quotes and backslashes in a word of ASCII. */
    private static int count(long word) {
        // Adding sets the highest bit of each byte that is not zero.
        long neither = (word ^ QUOTES) + OTHER_BITS & (word ^ BACKSLASHES) + OTHER_BITS;
        return Long.bitCount(~neither & HIGHEST_BITS);
    }

    /** Returns a word whose highest bits of bytes are 0 if none of its bytes makes {@link #count(byte[])} return -1. */
    private static long others(long word) {
        return (word ^ '?' * ONES) - ONES | word - SPACES | word;
    }
}
