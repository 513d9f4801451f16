package io.awso.gameliftstreams.codec;

import static io.awso.gameliftstreams.codec.Format.QUERY;
import static java.nio.charset.StandardCharsets.UTF_8;

/** The names and values of a query form, one behind the other, decoded. */
final class QueryCursor {
    private final byte[] payload;
    private final byte[] decoded;
    private int offset;

    QueryCursor(byte[] payload) {
        this.payload = payload;
        this.decoded = new byte[payload.length];
    }

    /** The offset of what comes next. */
    int offset() {
        return offset;
    }

    boolean hasNext() {
        return offset < payload.length;
    }

    /** Reads a name, up to what ends it: {@code =}, {@code &} or the end. */
    String name() {
        int end = offset;
        while (end < payload.length && payload[end] != '=' && payload[end] != '&') {
            end++;
        }
        return decode(end);
    }

    /** Reads the value of the name that was read, and the {@code &} behind it; empty if there is no {@code =}. */
    String value() {
        if (hasNext() && payload[offset] == '=') {
            offset++;
        }
        String value = decode(payload.length);
        offset++;
        return value;
    }

    /** Reads up to {@code &}, or to an end that comes before it. */
    private String decode(int end) {
        int start = offset;
        int length = 0;
        int i = start;
        while (i < end && payload[i] != '&') {
            byte b = payload[i];
            if (b == '%') {
                b = escaped(i, end);
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            decoded[length++] = b;
            i++;
            // The bytes that stand for themselves have a loop of their own: it is where the time goes.
            for (; i < end && (payload[i] < '%' || payload[i] > '+'); i++) {
                decoded[length++] = payload[i];
            }
        }
        offset = i;
        if (Format.indexOfMalformed(decoded, length) >= 0) {
            throw QUERY.refusal("UTF-8", "other bytes", "in the part at offset " + start);
        }
        return new String(decoded, 0, length, UTF_8);
    }

    /** The byte that the {@code %} at an index and two hexadecimal digits stand for. */
    private byte escaped(int i, int end) {
        int high = i + 1 < end ? digit(payload[i + 1]) : -1;
        int low = i + 2 < end ? digit(payload[i + 2]) : -1;
        if (high < 0 || low < 0) {
            throw QUERY.refusal("two hexadecimal digits after %", "something else", "at offset " + i);
        }
        return (byte) (high << 4 | low);
    }

    /** The value of a hexadecimal digit; -1 of any other byte. ({@link Character#digit} knows all of Unicode's.) */
    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
