package io.awso.gameliftstreams.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reusable buffers, so that reading and writing allocate little more than their result.
 *
 * <p>The pool is a plain array under a lock: an {@code AtomicReference} costs a fresh JVM 1 to 2 ms, and a
 * thread-local would keep buffers for each of ten thousand virtual threads.
 */
final class Scratch {
    private static final int INITIAL_LENGTH = 16_384;

    /** Longer buffers are left to the garbage collector. */
    private static final int MAX_POOLED_LENGTH = 65_536;

    /** The longest array that every JVM can allocate. */
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    private static final int USES_BEFORE_WORDS = 64;

    private static final @Nullable Scratch[] POOL = new Scratch[16];
    private static int pooled;

    private final char[] chars = new char[1024];
    private byte[] bytes = new byte[INITIAL_LENGTH];
    private @Nullable JsonWords words;
    private int uses;

    private Scratch() {}

    /** Returns a scratch for the calling thread, which gives it back with {@link #giveBack}. */
    static Scratch take() {
        Scratch scratch = takePooled();
        if (scratch == null) {
            return new Scratch();
        }
        if (scratch.words == null && ++scratch.uses == USES_BEFORE_WORDS) {
            scratch.words = new JsonWords(scratch.bytes);
        }
        return scratch;
    }

    private static @Nullable Scratch takePooled() {
        synchronized (POOL) {
            return pooled == 0 ? null : POOL[--pooled];
        }
    }

    void giveBack() {
        if (bytes.length > MAX_POOLED_LENGTH) {
            setBytes(new byte[INITIAL_LENGTH]);
        }
        synchronized (POOL) {
            if (pooled < POOL.length) {
                POOL[pooled++] = this;
            }
        }
    }

    private void setBytes(byte[] newBytes) {
        if (words != null) {
            words.setBytes(newBytes);
        }
        bytes = newBytes;
    }

    byte[] bytes() {
        return bytes;
    }

    char[] chars() {
        return chars;
    }

    /** {@return the fast path for JSON strings; null until this scratch has been used often, or has grown long} */
    @Nullable
    JsonWords words() {
        return words;
    }

    /**
     * Makes {@link #bytes} at least twice as long, up to the longest possible array, and keeps their content.
     *
     * @param room how many bytes must be free after the first {@code length}
     * @throws CodecException if no array is long enough
     */
    byte[] grow(String format, int length, int room) {
        int longer = (int) Math.min(Math.max(2L * bytes.length, (long) length + room), MAX_LENGTH);
        if (longer - length < room) {
            throw new CodecException(format + ": longer than an array can be");
        }
        setBytes(Arrays.copyOf(bytes, longer));
        if (words == null && longer > MAX_POOLED_LENGTH) {
            words = new JsonWords(bytes); // It pays off at once for text this long.
        }
        return bytes;
    }
}
