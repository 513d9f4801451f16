package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * How a format escapes text: what each byte of UTF-8 becomes, and which characters the format cannot carry. Each
 * format's table is built on first use.
 */
final class Escapes {
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    final String format;

    /** The escape of each byte; null if the byte is written as it is, and empty if the format cannot carry it. */
    final byte[] @Nullable [] table = new byte[256][];

    final boolean isJson;
    private final boolean isXml;

    private Escapes(String format, boolean isJson, boolean isXml) {
        this.format = format;
        this.isJson = isJson;
        this.isXml = isXml;
    }

    /** Returns whether the format can carry a code point. */
    boolean carries(int codePoint) {
        if (Text.isSurrogate(codePoint)) {
            return isJson;
        }
        if (codePoint < 0x80) {
            byte[] escape = table[codePoint];
            return escape == null || escape.length > 0;
        }
        return !isXml || codePoint != 0xFFFE && codePoint != 0xFFFF;
    }

    private void put(int b, String escape) {
        table[b] = escape.getBytes(US_ASCII);
    }

    private static String hexadecimal(int b) {
        return HEXADECIMAL.substring(b >> 4, (b >> 4) + 1) + HEXADECIMAL.charAt(b & 0xF);
    }

    /** RFC 8259, sections 7 and 8.2: a lone surrogate can be escaped, so JSON carries every string. */
    static final class Json {
        static final Escapes ESCAPES = new Escapes("JSON", true, false);

        static {
            for (int control = 0; control < ' '; control++) {
                ESCAPES.put(control, "\\u00" + hexadecimal(control));
            }
            ESCAPES.put('\b', "\\b");
            ESCAPES.put('\f', "\\f");
            ESCAPES.put('\n', "\\n");
            ESCAPES.put('\r', "\\r");
            ESCAPES.put('\t', "\\t");
            ESCAPES.put('"', "\\\"");
            ESCAPES.put('\\', "\\\\");
        }

        private Json() {}
    }

    /** XML 1.0, sections 2.2 (production [2] Char), 2.4 ("]]>" is not text) and 2.11 (a raw CR is read as LF). */
    static final class Xml {
        static final Escapes ESCAPES = new Escapes("XML", false, true);

        static {
            for (int control = 0; control < ' '; control++) {
                ESCAPES.put(control, "");
            }
            ESCAPES.table['\t'] = null;
            ESCAPES.table['\n'] = null;
            ESCAPES.put('\r', "&#xd;");
            ESCAPES.put('&', "&amp;");
            ESCAPES.put('<', "&lt;");
            ESCAPES.put('>', "&gt;");
        }

        private Xml() {}
    }

    /** RFC 3986, section 2.3: everything but the unreserved characters is escaped. UTF-8 cannot carry a lone surrogate. */
    static final class Query {
        static final Escapes ESCAPES = new Escapes("query form", false, false);

        static {
            for (int b = 0; b < 256; b++) {
                boolean unreserved = b >= 'a' && b <= 'z'
                        || b >= 'A' && b <= 'Z'
                        || b >= '0' && b <= '9'
                        || b == '-'
                        || b == '.'
                        || b == '_'
                        || b == '~';
                if (!unreserved) {
                    ESCAPES.put(b, "%" + hexadecimal(b));
                }
            }
        }

        private Query() {}
    }
}
