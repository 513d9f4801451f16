package io.awso.gameliftstreams.http;

/**
 * Compares text in any case of ASCII letters. {@link String#equalsIgnoreCase} would take U+212A, the Kelvin sign, for a
 * {@code k}, and {@link String#toLowerCase()} copies the text.
 */
final class AsciiCase {
    private AsciiCase() {}

    static boolean areEqual(String a, String b) {
        return a.length() == b.length() && isAt(a, 0, b);
    }

    static boolean endsWith(String text, String end) {
        return isAt(text, text.length() - end.length(), end);
    }

    /** Returns whether a text has a part at an offset, which may be outside of it. */
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
}
