package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a payload as UTF-8: the format's markup unchanged, and text with the format's escapes. First it collects and
 * measures everything. So the result is the only array that it allocates, apart from the texts as UTF-8.
 */
final class PayloadWriter {
    /** Marks the place of a text that has to be escaped. */
    private static final char TEXT = '\0';

    /** Marks the place of a text that is copied as it is. */
    private static final char PLAIN_TEXT = '\1';

    /** The longest array that every JVM can allocate. */
    private static final int MAX_LENGTH = Integer.MAX_VALUE - 8;

    /** The longest text that is converted to UTF-8 at once, because three bytes per char must fit an array. */
    private static final int MAX_PIECE = 1 << 28;

    private final Escapes escapes;
    private final StringBuilder markup = new StringBuilder();
    private final List<byte[]> texts = new ArrayList<>();
    private long length;

    PayloadWriter(Escapes escapes) {
        this.escapes = escapes;
    }

    /** Appends the format's own syntax and names, which are ASCII. */
    PayloadWriter markup(String markup) {
        this.markup.append(markup);
        lengthen(markup.length());
        return this;
    }

    /**
     * Appends a value, escaped.
     *
     * @param member the name of the value's member, for the exception's message
     * @throws CodecException if the format cannot carry the value, or if the payload is longer than an array can be
     */
    PayloadWriter text(String member, String value) {
        if (value.length() > MAX_PIECE || !append(value, false)) {
            appendPieces(member, value);
        }
        return this;
    }

    /** Appends a text, unless it is suspicious and has not been checked. Returns whether the text was appended. */
    private boolean append(String text, boolean isChecked) {
        byte[] utf8 = text.getBytes(UTF_8);
        long escapedLength = escapes.length(utf8, Words.pays(utf8.length));
        if (escapedLength < 0 && !isChecked) {
            return false;
        }
        markup.append(escapedLength == utf8.length ? PLAIN_TEXT : TEXT);
        texts.add(utf8);
        lengthen(escapedLength < 0 ? ~escapedLength : escapedLength);
        return true;
    }

    private void lengthen(long more) {
        length += more;
        if (length > MAX_LENGTH) {
            throw new CodecException(escapes.format + ": longer than an array can be");
        }
    }

    /** Appends a value that is suspicious or very long: checks each character, and escapes lone surrogates. */
    private void appendPieces(String member, String value) {
        int start = 0;
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (!escapes.carries(codePoint)) {
                throw new CodecException(escapes.format + ": cannot carry U+" + hexadecimal(codePoint) + " at index "
                        + i + " of " + member);
            }
            boolean isLone = Text.isSurrogate(codePoint);
            if (isLone && start < i || i - start >= MAX_PIECE) {
                append(value.substring(start, i), true);
                start = i;
            }
            i += Character.charCount(codePoint);
            if (isLone) {
                markup("\\u" + hexadecimal(codePoint));
                start = i;
            }
        }
        append(value.substring(start), true);
    }

    private static String hexadecimal(int codePoint) {
        return HexFormat.of().withUpperCase().toHexDigits((char) codePoint);
    }

    byte[] toBytes() {
        byte[] bytes = new byte[(int) length];
        int at = 0;
        int text = 0;
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (c == TEXT) {
                at = escapes.write(texts.get(text++), bytes, at, Words.pays(0));
            } else if (c == PLAIN_TEXT) {
                byte[] plain = texts.get(text++);
                System.arraycopy(plain, 0, bytes, at, plain.length);
                at += plain.length;
            } else {
                bytes[at++] = (byte) c;
            }
        }
        return bytes;
    }
}
