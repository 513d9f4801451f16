package io.awso.gameliftstreams.example;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints titles, and labeled text in lines of at most 100 columns. */
final class Layout {
    private static final int WIDTH = 100;
    private static final int MAX_LENGTH = 600;
    private static final String INDENT = " ".repeat(14);

    private final PrintStream out;

    Layout(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println(text);
    }

    /** Prints a label and, next to it, the text on as many lines as it needs. A very long text is cut off. */
    void line(String label, String text) {
        String rest =
                text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "... " + characters(text.length());
        String start = "  " + label + " ".repeat(INDENT.length() - 2 - label.length());
        while (start.length() + rest.length() > WIDTH) {
            int end = lineEnd(rest);
            out.println(start + rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
            start = INDENT;
        }
        out.println(start + rest);
    }

    /** Returns where to break a line that is too long: between members, else between words, else at the width. */
    private static int lineEnd(String text) {
        int longest = WIDTH - INDENT.length();
        for (String place : List.of("><", ",\"", "&", " ")) {
            int found = text.lastIndexOf(place, longest - 1);
            if (found > longest / 3) {
                return place.equals("&") ? found : found + 1;
            }
        }
        return longest;
    }

    void end() {
        out.println();
    }

    /** Returns what is shown in place of a secret. */
    static String redacted(String secret) {
        return characters(secret.length());
    }

    private static String characters(int count) {
        return "<" + number(count) + " characters>";
    }

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
