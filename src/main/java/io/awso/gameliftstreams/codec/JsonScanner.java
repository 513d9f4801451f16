package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scans the tokens of JSON (RFC 8259) in UTF-8 bytes. A strict scanner throws at the first byte that breaks the
 * grammar. A forgiving scanner acts as if the payload ended there; it reads malformed UTF-8 as U+FFFD and accepts
 * raw control characters in strings.
 */
final class JsonScanner {
    static final int END = -1;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** {@code \"}, the first byte lowest. */
    private static final short ESCAPED_QUOTE = 0x225C;

    private static final long SIX_BYTES = 0xFFFFFFFFFFFFL;

    /** About how many bytes that are not ASCII are decoded at once. */
    private static final int MAX_RUN = 1 << 20;

    private final byte[] in;
    private final boolean strict;
    private final boolean byWords;

    /** The offset of the next byte. A forgiving scanner that fails sets it to the end. */
    private int pos;

    /** Why and where a forgiving scanner has ended the payload early; null if it has not. */
    private @Nullable String problem;

    /** The end of the string that is being read, in ISO 8859-1. What comes before it is in {@code wide}. */
    private byte[] text = {};

    private int length;

    /** The characters of the string before those in {@code text}; null if there are none. */
    private @Nullable StringBuilder wide;

    /**
     * Creates a scanner at the start of a payload, after a byte order mark.
     *
     * @param byWords whether {@link Words} pays
     */
    JsonScanner(byte[] payload, boolean strict, boolean byWords) {
        this.in = payload;
        this.strict = strict;
        this.byWords = byWords;
        if (!strict) {
            peekToken();
        }
        if (in.length - pos >= 3 && Arrays.equals(in, pos, pos + 3, BYTE_ORDER_MARK, 0, 3)) {
            pos += 3;
        }
    }

    /** Returns whether a character is white space in JSON (RFC 8259, section 2) and in XML (production [3] S). */
    static boolean isWhiteSpace(int c) {
        return c <= ' ' && (c == ' ' || c == '\n' || c == '\r' || c == '\t');
    }

    int offset() {
        return pos;
    }

    /** Skips white space and returns the next byte without consuming it, or {@link #END}. */
    int peekToken() {
        while (pos < in.length && isWhiteSpace(in[pos])) {
            pos++;
        }
        return peek();
    }

    /** Returns the next byte without consuming it, or {@link #END}. */
    int peek() {
        return pos == in.length ? END : in[pos] & 0xFF;
    }

    /** Returns whether the next byte is the given one, and skips it if so. */
    boolean take(int b) {
        if (peek() != b) {
            return false;
        }
        pos++;
        return true;
    }

    /** Skips a string, number or literal. */
    void skipScalar() {
        switch (peek()) {
            case '"' -> {
                pos++;
                scanString(false);
            }
            case 't' -> skipLiteral("true");
            case 'f' -> skipLiteral("false");
            case 'n' -> skipLiteral("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> skipNumber();
            default -> fail("expected a value");
        }
    }

    /** Reads the text of a number or literal; returns null if it is malformed or may be cut off. */
    @Nullable
    String readScalar() {
        int start = pos;
        skipScalar();
        return "\t\n\r ,}]".indexOf(peek()) >= 0 ? new String(in, start, pos - start, ISO_8859_1) : null;
    }

    private void skipLiteral(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            if (!take(literal.charAt(i))) {
                fail("expected a value");
            }
        }
    }

    private void skipNumber() {
        take('-');
        if (!take('0')) {
            skipDigits();
        }
        if (take('.')) {
            skipDigits();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            skipDigits();
        }
    }

    private void skipDigits() {
        int start = pos;
        while (pos < in.length && in[pos] >= '0' && in[pos] <= '9') {
            pos++;
        }
        if (pos == start) {
            fail("expected a digit");
        }
    }

    /** Reads a string, whose opening quote comes next; returns null if it is malformed. */
    @Nullable
    String readString() {
        int start = ++pos;
        skipPlain();
        int end = pos;
        if (take('"')) {
            return new String(in, start, end - start, ISO_8859_1);
        }
        if (text.length == 0) {
            text = new byte[in.length]; // Long enough for every string.
        }
        System.arraycopy(in, start, text, 0, end - start);
        length = end - start;
        wide = null;
        scanString(true);
        if (wide != null) {
            appendWide("");
        }
        if (hasFailed()) {
            return null;
        }
        return wide == null ? narrowText() : wide.toString();
    }

    /** Skips the characters of a string that stand for themselves and are ASCII. */
    private void skipPlain() {
        if (byWords) {
            pos = Words.find(in, pos);
        }
        while (pos < in.length && in[pos] > 0x1F && in[pos] != '"' && in[pos] != '\\') {
            pos++;
        }
    }

    /** Scans the rest of a string, and appends it to the text if that is wanted. */
    private void scanString(boolean wanted) {
        while (pos < in.length) {
            byte b = in[pos];
            if (b == '"') {
                pos++;
                return;
            } else if (b == '\\') {
                scanEscape(wanted);
            } else if (b < 0) {
                scanUtf8(wanted);
            } else if (b < ' ' && strict) {
                fail("control character in a string");
            } else {
                pos++;
                if (wanted) {
                    text[length++] = b;
                }
            }
            if (!wanted) {
                skipPlain();
            } else if (byWords) {
                scanByWords();
            }
        }
        fail("expected a closing quote");
    }

    /**
     * Reads what a real answer consists of: plain characters and, about every 16 bytes, the line end of a session
     * description or a quote. Stops at anything else, and before the last two words.
     */
    private void scanByWords() {
        int from = pos;
        int to = length;
        while (from <= in.length - 2 * Long.BYTES) {
            long word = Words.get(in, from);
            Words.put(text, to, word);
            long special = Words.special(word);
            int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >>> 3;
            from += plain;
            to += plain;
            if (special == 0) {
                continue;
            }
            long escape = Words.get(in, from);
            if ((escape & SIX_BYTES) == Words.ESCAPED_LINE_END) {
                Words.put(text, to, Words.LINE_END);
                from += 6;
                to += 4;
            } else if ((short) escape == ESCAPED_QUOTE) {
                text[to++] = '"';
                from += 2;
            } else {
                break;
            }
        }
        pos = from;
        length = to;
    }

    private void scanEscape(boolean wanted) {
        int kind = pos + 1 == in.length ? END : in[pos + 1] & 0xFF;
        int c = switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(pos + 2);
            default -> -1;
        };
        if (c >= 0) {
            pos += kind == 'u' ? 6 : 2;
            if (wanted && c < 0x100) {
                text[length++] = (byte) c;
            } else if (wanted) {
                appendWide(String.valueOf((char) c));
            }
        } else if (strict || kind == 'u' || kind == END) {
            fail("malformed escape");
        } else {
            pos++; // Skips the backslash alone, because API Gateway's templates write \'.
        }
    }

    /** Returns the number that four hex digits make, or -1 if there are not four. */
    private int hexadecimal(int start) {
        if (start > in.length - 4) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(in[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Scans characters that are not ASCII, up to the next ASCII one or for about {@link #MAX_RUN} bytes. */
    private void scanUtf8(boolean wanted) {
        int start = pos;
        // Continues past the limit to the end of a character, which has at most three bytes after its first.
        while (pos < in.length
                && in[pos] < 0
                && (pos - start < MAX_RUN || pos - start < MAX_RUN + 3 && (in[pos] & 0xC0) == 0x80)) {
            pos++;
        }
        String run = Text.decodeUtf8(in, start, pos, strict);
        if (run == null) {
            throw error("malformed UTF-8", start);
        }
        if (!wanted) {
            return;
        }
        byte[] narrow = run.getBytes(ISO_8859_1);
        if (run.equals(new String(narrow, ISO_8859_1))) {
            System.arraycopy(narrow, 0, text, length, narrow.length);
            length += narrow.length;
        } else {
            appendWide(run);
        }
    }

    /** Appends {@code text} and then a run of any characters to {@code wide}, and empties {@code text}. */
    private void appendWide(String run) {
        StringBuilder wider = wide == null ? new StringBuilder() : wide;
        if ((long) wider.length() + length + run.length() > Text.MAX_WIDE) {
            fail("longer than a string can be");
            return;
        }
        wide = wider.append(narrowText()).append(run);
        length = 0;
    }

    private String narrowText() {
        return new String(text, 0, length, ISO_8859_1);
    }

    /** Throws if the scanner is strict; otherwise ends the payload here. */
    void fail(String message) {
        if (strict) {
            throw error(message, pos);
        }
        if (problem == null) {
            problem = ": " + message + place(pos);
        }
        pos = in.length;
    }

    boolean hasFailed() {
        return problem != null;
    }

    /** Returns an exception for an offset; if the scanner has ended the payload early, it says why and where. */
    CodecException error(String message, int offset) {
        return new CodecException("JSON: " + message + (problem == null ? place(offset) : problem));
    }

    private String place(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            if (in[i] == '\n' || in[i] == '\r' && (i + 1 == in.length || in[i + 1] != '\n')) {
                line++;
                column = 1;
            } else if ((in[i] & 0xC0) != 0x80) { // Columns count characters.
                column++;
            }
        }
        return " at line " + line + ", column " + column;
    }
}
