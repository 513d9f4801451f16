package io.awso.gameliftstreams.codec;

/** The classes of characters in XML 1.0 (fifth edition). The numbers in brackets are the specification's productions. */
final class XmlCharacters {
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (int c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = "<&]\"'".indexOf(c) < 0;
        }
    }

    private XmlCharacters() {}

    /** [2] Char. */
    static boolean isCharacter(int c) {
        return JsonScanner.isWhiteSpace(c)
                || c > 0x1F && !Text.isSurrogate(c) && c != 0xFFFE && c != 0xFFFF && c <= Character.MAX_CODE_POINT;
    }

    /** [4] NameStartChar. */
    static boolean isNameStart(int c) {
        return isLetter(c)
                || c == ':'
                || c == '_'
                || c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c >= 0x200C && c <= 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    /** [4a] NameChar. */
    static boolean isNamePart(int c) {
        return isNameStart(c)
                || isDigit(c)
                || c == '-'
                || c == '.'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c >= 0x203F && c <= 0x2040;
    }

    /** Returns whether a character is always plain text. The scanner looks at any other more closely. */
    static boolean isPlain(int c) {
        return c < PLAIN.length ? PLAIN[c] : c < Character.MIN_SURROGATE;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
