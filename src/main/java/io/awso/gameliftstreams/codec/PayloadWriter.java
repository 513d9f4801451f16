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
     * @throws CodecException if the format cannot carry the value, or if the value or the payload is too long for an array
     */
    PayloadWriter text(String member, String value) {
        if (value.length() > Text.MAX_CHARS) {
            throw new CodecException(
                    escapes.format + ": " + member + " is longer than " + Text.MAX_CHARS + " characters");
        }
        byte[] utf8 = value.getBytes(UTF_8);
        long escapedLength = escapes.length(utf8, Words.pays(utf8.length));
        if (escapedLength >= 0) {
            append(utf8, escapedLength);
        } else {
            appendSuspicious(member, value);
        }
        return this;
    }

    private void append(byte[] utf8, long escapedLength) {
        markup.append(escapedLength == utf8.length ? PLAIN_TEXT : TEXT);
        texts.add(utf8);
        lengthen(escapedLength);
    }

    private void lengthen(long more) {
        length += more;
        if (length > MAX_LENGTH) {
            throw new CodecException(escapes.format + ": longer than an array can be");
        }
    }

    /** Checks each character, and escapes lone surrogates. */
    private void appendSuspicious(String member, String value) {
        int start = 0;
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (!escapes.carries(codePoint)) {
                throw new CodecException(escapes.format + ": cannot carry U+" + hexadecimal(codePoint) + " at index "
                        + i + " of " + member);
            }
            if (Text.isSurrogate(codePoint)) {
                if (start != i) {
                    appendChecked(value.substring(start, i));
                }
                markup("\\u" + hexadecimal(codePoint));
                start = i + 1;
            }
            i += Character.charCount(codePoint);
        }
        appendChecked(value.substring(start));
    }

    private void appendChecked(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        long escapedLength = escapes.length(utf8, false);
        append(utf8, Math.max(escapedLength, ~escapedLength));
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
