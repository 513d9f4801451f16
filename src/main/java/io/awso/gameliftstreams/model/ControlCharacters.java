package io.awso.gameliftstreams.model;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes text from a payload safe to print on one line. The library escapes every {@code toString()} and exception
 * message in this way, but not {@link CreateStreamSessionConnectionError#message()}.
 */
public final class ControlCharacters {
    private static final int MAX_LENGTH = 1_000;

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
            switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE -> escaped.append(escaped(c));
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u" + HexFormat.of().toHexDigits(c);
        };
    }

    /** Returns an error's message as each {@code toString()} and exception shows it: cut to 1,000 chars, then escaped. */
    static String shown(Optional<String> message) {
        String text = message.orElse("(absent)");
        if (text.length() <= MAX_LENGTH) {
            return escape(text);
        }
        boolean splitsPair = Character.isSurrogatePair(text.charAt(MAX_LENGTH - 1), text.charAt(MAX_LENGTH));
        return escape(text.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH)) + "...";
    }
}
