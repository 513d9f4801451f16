package io.awso.gameliftstreams.codec;

/** How a format writes text: what each byte of UTF-8 becomes, and which characters the format cannot carry. */
final class Escapes {
    /** RFC 8259, sections 7 and 8.2: a lone surrogate can be escaped, so JSON carries every string. */
    static final Escapes JSON = new Escapes("JSON");

    /** XML 1.0, sections 2.2 (production [2] Char), 2.4 ("]]>" is not text) and 2.11 (a raw CR is read as LF). */
    static final Escapes XML = new Escapes("XML");

    /** RFC 3986, section 2.3: everything but the unreserved characters is escaped. UTF-8 cannot carry a lone surrogate. */
    static final Escapes QUERY = new Escapes("query form");

    private static final int LENGTH_SHIFT = 56;

    /**
     * Marks the length of a byte that may be part of a character that the format cannot carry as it is. The lengths of
     * {@link Text#MAX_CHARS} characters add up to less, and so many marks do not add up to zero, even if they overflow.
     */
    private static final long SUSPICIOUS = 1L << 34;

    static {
        for (int control = 0; control < ' '; control++) {
            JSON.put(control, "\\u00" + digit(control >> 4) + digit(control & 0xF));
        }
        JSON.put('\b', "\\b");
        JSON.put('\f', "\\f");
        JSON.put('\n', "\\n");
        JSON.put('\r', "\\r");
        JSON.put('\t', "\\t");
        JSON.put('"', "\\\"");
        JSON.put('\\', "\\\\");

        for (int control = 0; control < ' '; control++) {
            if (control != '\t' && control != '\n' && control != '\r') {
                XML.lengths[control] |= SUSPICIOUS;
            }
        }
        XML.put('\r', "&#xd;");
        XML.put('&', "&amp;");
        XML.put('<', "&lt;");
        XML.put('>', "&gt;");
        XML.lengths[0xEF] |= SUSPICIOUS; // U+FFFE and U+FFFF begin with this byte.

        for (int b = 0; b < 256; b++) {
            boolean unreserved =
                    b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || "-._~".indexOf(b) >= 0;
            if (!unreserved) {
                QUERY.put(b, "%" + digit(b >> 4) + digit(b & 0xF));
            }
        }
    }

    final String format;

    /**
     * What each byte becomes. The highest byte is the length of the form. The form itself is at most six bytes long and
     * begins in the lowest byte.
     */
    private final long[] forms = new long[256];

    /** How long each byte becomes, with the mark if it is suspicious. */
    private final long[] lengths = new long[256];

    private Escapes(String format) {
        this.format = format;
        for (int b = 0; b < forms.length; b++) {
            forms[b] = b | 1L << LENGTH_SHIFT;
            lengths[b] = 1;
        }
        // Java replaces a lone surrogate with a question mark.
        lengths['?'] |= SUSPICIOUS;
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }

    private void put(int b, String escape) {
        long form = (long) escape.length() << LENGTH_SHIFT;
        for (int i = 0; i < escape.length(); i++) {
            form |= (long) escape.charAt(i) << Byte.SIZE * i;
        }
        forms[b] = form;
        lengths[b] = lengths[b] & SUSPICIOUS | escape.length();
    }

    boolean carries(int codePoint) {
        return this == XML ? XmlCharacters.isCharacter(codePoint) : this == JSON || !Text.isSurrogate(codePoint);
    }

    /**
     * Returns how long a text is when escaped, or the complement of that if the text is suspicious: it may hold a lone
     * surrogate, or a character that the format cannot carry.
     *
     * @param byWords whether {@link Words} pays
     */
    long length(byte[] utf8, boolean byWords) {
        int special = byWords && this == JSON ? Words.count(utf8) : -1;
        if (special != -1) {
            return utf8.length + special; // Quotes and backslashes become one byte longer.
        }
        long sum = 0;
        for (byte b : utf8) {
            sum += lengths[b & 0xFF];
        }
        long length = sum & SUSPICIOUS - 1;
        return length == sum ? length : ~length;
    }

    /**
     * Writes a text that the format can carry, escaped.
     *
     * @param to has room for it from {@code start} on
     * @param byWords whether {@link Words} pays
     * @return where the text ends
     */
    int write(byte[] utf8, byte[] to, int start, boolean byWords) {
        if (!byWords || this == XML) {
            return writeByBytes(utf8, 0, to, start);
        }
        return this == JSON ? writeByWords(utf8, to, start) : writeByForms(utf8, to, start);
    }

    private int writeByBytes(byte[] utf8, int from, byte[] to, int start) {
        int at = start;
        for (int i = from; i < utf8.length; i++) {
            long form = forms[utf8[i] & 0xFF];
            int length = (int) (form >>> LENGTH_SHIFT);
            to[at] = (byte) form;
            for (int b = 1; b < length; b++) {
                to[at + b] = (byte) (form >>> Byte.SIZE * b);
            }
            at += length;
        }
        return at;
    }

    /**
     * Writes a word for every two bytes, the end of which the next one overwrites. In query form, the two become at most
     * six bytes. There are escapes everywhere in a usual text, so it does not pay to look for what is plain.
     */
    private int writeByForms(byte[] utf8, byte[] to, int start) {
        int at = start;
        int i = 0;
        // No byte becomes shorter, so a word that is left to read means room for one.
        for (; i <= utf8.length - Long.BYTES; i += 2) {
            long form = forms[utf8[i] & 0xFF];
            long next = forms[utf8[i + 1] & 0xFF];
            int length = (int) (form >>> LENGTH_SHIFT);
            Words.put(to, at, form | next << Byte.SIZE * length);
            at += length + (int) (next >>> LENGTH_SHIFT);
        }
        return writeByBytes(utf8, i, to, at);
    }

    private int writeByWords(byte[] utf8, byte[] to, int start) {
        int at = start;
        int i = 0;
        // Two words left to read mean room for two: a plain one, and an escape after up to seven of its bytes.
        while (i <= utf8.length - 2 * Long.BYTES) {
            long word = Words.get(utf8, i);
            Words.put(to, at, word);
            long special = Words.special(word);
            int plain = special == 0 ? Long.BYTES : Long.numberOfTrailingZeros(special) >>> 3;
            i += plain;
            at += plain;
            if (special == 0) {
                continue;
            }
            if ((int) Words.get(utf8, i) == Words.LINE_END) {
                Words.put(to, at, Words.ESCAPED_LINE_END);
                i += 4;
                at += 6;
            } else {
                long form = forms[utf8[i++] & 0xFF];
                Words.put(to, at, form);
                at += (int) (form >>> LENGTH_SHIFT);
            }
        }
        return writeByBytes(utf8, i, to, at);
    }
}
