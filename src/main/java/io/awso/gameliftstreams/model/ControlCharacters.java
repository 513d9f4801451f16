package io.awso.gameliftstreams.model;

/**
 * Makes text from a payload safe to print on one line. Every {@code toString()} and exception message of
 * this library goes through it; {@link CreateStreamSessionConnectionError#message()} does not.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /**
     * Returns the text with each control character ({@link Character#isISOControl(char)}) written as an
     * escape: a line feed as {@code \n}, carriage return as {@code \r}, tab as {@code \t}, and any other as
     * four hexadecimal digits, such as {@code \}{@code u001b}. Otherwise a line end or a terminal escape
     * sequence could forge a line of a log. A backslash stays as it is.
     *
     * @throws NullPointerException if the text is null
     */
    public static String escape(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                append(escaped, c);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static void append(StringBuilder escaped, char c) {
        if (!Character.isISOControl(c)) {
            escaped.append(c);
            return;
        }
        escaped.append('\\');
        switch (c) {
            case '\n' -> escaped.append('n');
            case '\r' -> escaped.append('r');
            case '\t' -> escaped.append('t');
            default ->
                escaped.append("u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 0xF, 16));
        }
    }
}
