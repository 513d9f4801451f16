package io.awso.gameliftstreams.model;

/**
 * Makes text from a payload safe to print on one line. The library escapes every {@code toString()} and exception
 * message in this way, but not {@link CreateStreamSessionConnectionError#message()}.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /**
     * Returns the text with each control character ({@link Character#isISOControl(char)}) written as an
     * escape: a line feed as {@code \n}, a carriage return as {@code \r}, a tab as {@code \t}, and any other as
     * {@code \}{@code u} with four hexadecimal digits. Otherwise a line end or a terminal escape sequence could forge a
     * line of a log. A backslash is not escaped.
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
