package io.awso.gameliftstreams.http;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952). {@code GZIPInputStream} cannot be used: it calls itself for each empty member, of which a
 * hostile body has thousands, and it hides what came before damage.
 */
final class Gzip {
    private static final int MAX_LENGTH = 1 << 20;

    // Flags in a member's header (RFC 1952, section 2.3.1).
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final Inflater inflater = new Inflater(true);
    private byte[] out = new byte[1 << 13];
    private int length;

    /** Decompresses a body that begins like gzip. Keeps what was decompressed before damage, and at most 1 MiB. */
    static Body decompress(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        Gzip gzip = new Gzip();
        String problem = null;
        try {
            do {
                gzip.readMember(in);
            } while (Body.isGzip(body, in.position()));
        } catch (DataFormatException | BufferUnderflowException e) {
            problem = gzip.length > MAX_LENGTH ? "gzip body too long" : "damaged gzip body";
        } finally {
            gzip.inflater.end();
        }
        return new Body(Arrays.copyOf(gzip.out, Math.min(gzip.length, MAX_LENGTH)), problem);
    }

    private void readMember(ByteBuffer in) throws DataFormatException {
        skipHeader(in);
        int start = length;
        inflater.reset();
        inflater.setInput(in);
        try {
            while (!inflater.finished()) {
                if (length == out.length) {
                    out = Arrays.copyOf(out, Math.min(2 * length, MAX_LENGTH + 1));
                }
                int count = inflater.inflate(out, length, out.length - length);
                length += count;
                require(length <= MAX_LENGTH && (count > 0 || inflater.finished()));
            }
        } finally {
            // If the data is damaged, inflate() throws, but has written what came before.
            length = start + (int) inflater.getBytesWritten();
        }
        CRC32 checksum = new CRC32();
        checksum.update(out, start, length - start);
        require(in.getInt() == (int) checksum.getValue());
        require(in.getInt() == length - start);
    }

    private static void skipHeader(ByteBuffer in) throws DataFormatException {
        int start = in.position();
        in.getShort(); // The two bytes with which gzip begins.
        require(in.get() == Deflater.DEFLATED);
        int flags = in.get();
        require((flags & RESERVED) == 0);
        in.get(new byte[6]); // Time, extra flags and operating system.
        if ((flags & EXTRA) != 0) {
            in.get(new byte[Short.toUnsignedInt(in.getShort())]);
        }
        for (int texts = Integer.bitCount(flags & (NAME | COMMENT)); texts > 0; texts--) {
            while (in.get() != 0) {
                // A zero byte ends each text.
            }
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            CRC32 checksum = new CRC32();
            checksum.update(in.array(), start, in.position() - start);
            require(in.getShort() == (short) checksum.getValue());
        }
    }

    private static void require(boolean isValid) throws DataFormatException {
        if (!isValid) {
            throw new DataFormatException();
        }
    }
}
