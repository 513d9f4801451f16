package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * Scans the tokens of JSON (RFC 8259) in UTF-8 bytes. A strict scanner throws at the first byte that breaks the
 * grammar. A forgiving scanner acts as if the payload ended there; it reads malformed UTF-8 as U+FFFD and accepts
 * raw control characters in strings.
 */
final class JsonScanner {
    static final int END = -1;

    private static final String FORMAT = "JSON";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] in;
    private final boolean strict;

    /** The offset of the next byte. A forgiving scanner that fails sets it to the end. */
    private int pos;

    /** Why a forgiving scanner has ended the payload early; null if it has not. */
    private @Nullable String problem;

    private int problemOffset;

    /** Creates a scanner at the start of a payload, after a byte order mark. */
    JsonScanner(byte[] payload, boolean strict) {
        this.in = payload;
        this.strict = strict;
        if (!strict) {
            peekToken();
        }
        take(BYTE_ORDER_MARK);
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

    /** Returns whether the given bytes come next, and skips them if so. */
    boolean take(byte[] text) {
        if (text.length > in.length - pos) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (in[pos + i] != text[i]) {
                return false;
            }
        }
        pos += text.length;
        return true;
    }

    /** Skips a string, number or literal. */
    void skipScalar() {
        switch (peek()) {
            case '"' -> {
                pos++;
                scanString(null);
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
        int start = pos + 1;
        int end = start;
        while (end < in.length && isPlain(in[end])) {
            end++;
        }
        if (end < in.length && in[end] == '"') {
            pos = end + 1;
            return new String(in, start, end - start, ISO_8859_1);
        }
        Scratch scratch = Scratch.take();
        try {
            return readEscaped(scratch);
        } finally {
            scratch.giveBack();
        }
    }

    /** Reads a string of characters up to U+00FF. From any other character on, {@link #scanString} reads the rest. */
    private @Nullable String readEscaped(Scratch scratch) {
        byte[] to = scratch.bytes();
        int length = 0;
        pos++;
        while (pos < in.length) {
            if (length > to.length - JsonWords.STEP) {
                to = scratch.grow(FORMAT, length, JsonWords.STEP);
            }
            JsonWords words = scratch.words();
            if (words != null && pos <= in.length - JsonWords.STEP) {
                length = words.unescape(in, pos, to, length);
                pos = words.end();
            }
            byte b = in[pos];
            if (isPlain(b)) {
                to[length++] = b;
                pos++;
                continue;
            }
            int c = b == '\\' ? escapedChar() : -1;
            if (c < 0 || c > 0xFF) {
                break;
            }
            to[length++] = (byte) c;
            pos += escapeLength();
        }
        String text = new String(to, 0, length, ISO_8859_1);
        if (take('"')) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text);
        scanString(rest);
        return hasFailed() ? null : rest.toString();
    }

    /** Returns whether a byte of a string is a character by itself. */
    private static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }

    /** Scans the rest of a string of any characters, and appends it to the text unless that is null. */
    private void scanString(@Nullable StringBuilder text) {
        while (pos < in.length) {
            byte b = in[pos];
            int start = pos;
            if (b == '"') {
                pos++;
                return;
            } else if (b == '\\') {
                int c = escapedChar();
                if (c < 0) {
                    fail("malformed escape");
                    return;
                }
                pos += escapeLength();
                if (text != null) {
                    text.append((char) c);
                }
            } else if (b < 0) {
                while (pos < in.length && in[pos] < 0) {
                    pos++;
                }
                if (strict && Text.decodeUtf8(in, start, pos) == null) {
                    throw error("malformed UTF-8", start);
                }
                if (text != null) {
                    text.append(new String(in, start, pos - start, UTF_8));
                }
            } else if (strict && b < ' ') {
                throw error("control character in a string", pos);
            } else {
                pos++;
                if (text != null) {
                    text.append((char) b);
                }
            }
        }
        fail("expected a closing quote");
    }

    /** Returns the character that the next escape stands for, or -1 if the escape is malformed. */
    private int escapedChar() {
        if (pos + 1 == in.length) {
            return -1;
        }
        return switch (in[pos + 1]) {
            case '"', '\\', '/' -> in[pos + 1];
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(pos + 2);
            default -> -1;
        };
    }

    private int escapeLength() {
        return in[pos + 1] == 'u' ? 6 : 2;
    }

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

    /** Throws if the scanner is strict; otherwise ends the payload here. */
    void fail(String message) {
        if (strict) {
            throw error(message, pos);
        }
        if (problem == null) {
            problem = message;
            problemOffset = pos;
        }
        pos = in.length;
    }

    /** Returns whether a forgiving scanner has failed. */
    boolean hasFailed() {
        return problem != null;
    }

    /** Returns an exception that names the given offset, or the place and reason if the scanner ended the payload early. */
    CodecException error(String message, int offset) {
        String why = problem == null ? message : message + ": " + problem;
        int end = problem == null ? offset : problemOffset;
        int line = 1;
        int column = 1;
        for (int i = 0; i < end; i++) {
            if (in[i] == '\n' || in[i] == '\r' && (i + 1 == in.length || in[i + 1] != '\n')) {
                line++;
                column = 1;
            } else if ((in[i] & 0xC0) != 0x80) { // Columns count characters.
                column++;
            }
        }
        return new CodecException(FORMAT + ": " + why + " at line " + line + ", column " + column);
    }
}
