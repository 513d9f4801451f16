package io.awso.gameliftstreams.http;

/**
 * Compares and strips text. Only ASCII letters have case, and only space, tab, CR and LF are white space. {@link
 * String#equalsIgnoreCase} would match U+212A, the Kelvin sign, with {@code k}, and {@link String#strip()} would also
 * remove characters such as U+2003.
 */
final class AsciiText {
    private AsciiText() {}

    /** Returns whether two texts are equal, ignoring the case of ASCII letters. */
    static boolean areEqual(String a, String b) {
        return a.length() == b.length() && isAt(a, 0, b);
    }

    /** Returns whether a part is at an offset, ignoring the case of ASCII letters. The offset may be out of range. */
    static boolean isAt(String text, int at, String part) {
        if (at < 0 || at > text.length() - part.length()) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            char c = text.charAt(at + i);
            char expected = part.charAt(i);
            if (c != expected && lowerCase(c) != lowerCase(expected)) {
                return false;
            }
        }
        return true;
    }

    private static int lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }

    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isWhiteSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
}
