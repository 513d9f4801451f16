package io.awso.gameliftstreams.model;

/**
 * Makes text from a payload safe to print on one line. The library escapes every {@code toString()} and exception
 * message in this way, but not {@link CreateStreamSessionConnectionError#message()}.
 */
public final class ControlCharacters {
    private static final int MAX_MESSAGE_LENGTH = 1_000;

    private ControlCharacters() {}

    /**
     * Returns the text with each character that can forge or hide text in a log written as an escape: a line feed as
     * {@code \n}, a carriage return as {@code \r}, a tab as {@code \t}, and any other as {@code \}{@code u} with four
     * hexadecimal digits, or as two such escapes if it is above U+FFFF. These are the characters in Unicode's categories
     * Cc (control), Cf (format, such as U+202E, which reverses text), Zl and Zp (U+2028 and U+2029), and lone surrogates.
     * A backslash is not escaped.
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Both chars of a surrogate pair have the category of their code point.
            int codePoint = Character.isLowSurrogate(c) ? text.codePointBefore(i + 1) : text.codePointAt(i);
            if (isUnsafe(codePoint)) {
                appendEscape(escaped, c);
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void appendEscape(StringBuilder escaped, char c) {
        escaped.append('\\');
        switch (c) {
            case '\n' -> escaped.append('n');
            case '\r' -> escaped.append('r');
            case '\t' -> escaped.append('t');
            default -> {
                escaped.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    escaped.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
    }

    /** Returns an error's message as each {@code toString()} and exception shows it: cut to 1,000 chars, then escaped. */
    static String shown(String message) {
        if (message.length() <= MAX_MESSAGE_LENGTH) {
            return escape(message);
        }
        boolean splitsPair =
                Character.isSurrogatePair(message.charAt(MAX_MESSAGE_LENGTH - 1), message.charAt(MAX_MESSAGE_LENGTH));
        return escape(message.substring(0, splitsPair ? MAX_MESSAGE_LENGTH - 1 : MAX_MESSAGE_LENGTH)) + "...";
    }
}
