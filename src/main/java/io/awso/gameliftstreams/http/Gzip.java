package io.awso.gameliftstreams.http;

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

    private final byte[] in;
    private final Inflater inflater = new Inflater(true);
    private int pos;
    private byte[] out;
    private int length;

    private Gzip(byte[] in) {
        this.in = in;
        this.out = new byte[Math.max(64, Math.min(in.length, MAX_LENGTH / 4) * 4)];
    }

    /** Decompresses a body that begins like gzip. Keeps what was decompressed before damage, and at most 1 MiB. */
    static Body decompress(byte[] body) {
        Gzip gzip = new Gzip(body);
        String problem = null;
        try {
            do {
                gzip.readMember();
            } while (Body.isGzip(body, gzip.pos));
        } catch (DataFormatException e) {
            problem = gzip.length > MAX_LENGTH ? "gzip body too long" : "damaged gzip body";
        } finally {
            gzip.inflater.end();
        }
        return new Body(Arrays.copyOf(gzip.out, Math.min(gzip.length, MAX_LENGTH)), problem);
    }

    private void readMember() throws DataFormatException {
        skipHeader();
        int start = length;
        inflate();
        CRC32 checksum = new CRC32();
        checksum.update(out, start, length - start);
        require(readNumber(4) == checksum.getValue());
        require(readNumber(4) == length - start);
    }

    private void skipHeader() throws DataFormatException {
        int start = pos;
        skip(2);
        require(readNumber(1) == Deflater.DEFLATED);
        int flags = (int) readNumber(1);
        require((flags & RESERVED) == 0);
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip((int) readNumber(2));
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            CRC32 checksum = new CRC32();
            checksum.update(in, start, pos - start);
            require(readNumber(2) == (checksum.getValue() & 0xFFFF));
        }
    }

    private void inflate() throws DataFormatException {
        int start = length;
        inflater.reset();
        inflater.setInput(in, pos, in.length - pos);
        try {
            while (!inflater.finished()) {
                if (length == out.length) {
                    out = Arrays.copyOf(out, Math.min(2 * length, MAX_LENGTH + 1));
                }
                int count = inflater.inflate(out, length, out.length - length);
                require(count > 0 || inflater.finished());
                length += count;
                require(length <= MAX_LENGTH);
            }
        } finally {
            // If the data is damaged, inflate() throws, but has written what came before.
            length = start + (int) inflater.getBytesWritten();
        }
        pos = in.length - inflater.getRemaining();
    }

    private void skip(int count) throws DataFormatException {
        require(count <= in.length - pos);
        pos += count;
    }

    private void skipText() throws DataFormatException {
        while (readNumber(1) != 0) {
            // Skips up to and with the zero byte.
        }
    }

    /** Reads a number in little-endian order. */
    private long readNumber(int bytes) throws DataFormatException {
        skip(bytes);
        long number = 0;
        for (int i = 1; i <= bytes; i++) {
            number = number << 8 | in[pos - i] & 0xFF;
        }
        return number;
    }

    private static void require(boolean isValid) throws DataFormatException {
        if (!isValid) {
            throw new DataFormatException();
        }
    }
}
