package io.awso.gameliftstreams.codec;

import java.util.HexFormat;
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
        int length = 0;
        while (pos < in.length && in[pos] != '&' && !(isName && in[pos] == '=')) {
            decoded[length++] = in[pos] == '%' ? escaped() : in[pos] == '+' ? (byte) ' ' : in[pos];
            pos++;
        }
        if (strict && length > Text.MAX_WIDE) {
            throw error("longer than a string can be");
        }
        String text = Text.decodeUtf8(decoded, 0, Math.min(length, Text.MAX_WIDE), strict);
        if (text == null) {
            throw error("malformed UTF-8 in the parameter");
        }
        return text;
    }

    /** Returns the byte that the escape at the current position means, and moves to the last digit of the escape. */
    private byte escaped() {
        if (pos + 2 < in.length && HexFormat.isHexDigit(in[pos + 1]) && HexFormat.isHexDigit(in[pos + 2])) {
            pos += 2;
            return (byte) (HexFormat.fromHexDigit(in[pos - 1]) << 4 | HexFormat.fromHexDigit(in[pos]));
        }
        if (strict) {
            start = pos;
            throw error("expected two hex digits after '%'");
        }
        return '%';
    }
}
