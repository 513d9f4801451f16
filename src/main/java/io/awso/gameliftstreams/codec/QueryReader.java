package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a query form. A strict reader throws if a percent sign lacks its two hex digits, or if
 * the decoded bytes are not UTF-8. A forgiving reader keeps such a percent sign, and reads such bytes as U+FFFD.
 */
final class QueryReader implements MemberReader {
    private final byte[] in;
    private final boolean strict;
    private final byte[] decoded;
    private int pos;

    /** The offset that an exception names: where the current parameter starts. */
    private int start;

    QueryReader(byte[] payload, boolean strict) {
        this.in = payload;
        this.strict = strict;
        this.decoded = new byte[payload.length];
    }

    @Override
    public @Nullable String nextName() {
        while (pos < in.length && in[pos] == '&') {
            pos++;
        }
        start = pos;
        return pos == in.length ? null : decode(true);
    }

    /** Reads the value, which is the empty string for a name without {@code =}. */
    @Override
    public String readText() {
        if (pos < in.length && in[pos] == '=') {
            pos++;
        }
        return decode(false);
    }

    @Override
    public Kind kind() {
        return Kind.STRING;
    }

    @Override
    public boolean enter() {
        return false;
    }

    @Override
    public void skip() {
        readText();
    }

    @Override
    public CodecException error(String message) {
        return new CodecException("query form: " + message + " at offset " + start);
    }

    /** Decodes up to the next {@code &} or the end; a name also ends at {@code =}. */
    private String decode(boolean isName) {
        int end = pos;
        int length = 0;
        int seen = 0;
        while (end < in.length && in[end] != '&' && !(isName && in[end] == '=')) {
            byte b = in[end++];
            if (b == '%') {
                int high = end < in.length ? Character.digit(in[end], 16) : -1;
                int low = end + 1 < in.length ? Character.digit(in[end + 1], 16) : -1;
                if (high >= 0 && low >= 0) {
                    b = (byte) (high << 4 | low);
                    end += 2;
                } else if (strict) {
                    start = end - 1;
                    throw error("expected two hex digits after '%'");
                }
            } else if (b == '+') {
                b = ' ';
            }
            decoded[length++] = b;
            seen |= b;
        }
        pos = end;
        boolean isChecked = strict && seen < 0;
        String text = isChecked ? Text.decodeUtf8(decoded, 0, length) : new String(decoded, 0, length, UTF_8);
        if (text == null) {
            throw error("malformed UTF-8 in the parameter");
        }
        return text;
    }
}
