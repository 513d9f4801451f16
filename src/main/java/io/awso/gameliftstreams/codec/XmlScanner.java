package io.awso.gameliftstreams.codec;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Scans what XML 1.0 (fifth edition) consists of, without a DTD. Throws at the first character that breaks the grammar.
 * The numbers in brackets are the specification's productions. {@link XmlReader} joins the parts to elements.
 */
final class XmlScanner {
    private static final String FORMAT = "XML";

    private static final boolean[] PLAIN = XmlCharacters.plain();

    /** The document, and then at least one NUL. XML has no such character, so every loop ends there. */
    private final char[] in;

    private final int end;

    /** The offset of the next character. */
    private int pos;

    /** The text, unless it is one run. Allocated once: text is never longer than the characters that it is read from. */
    private char[] text = {};

    private int textLength;
    private int runStart;
    private int runEnd;

    /** What is malformed; null if nothing has been yet. */
    private @Nullable String problem;

    private int problemOffset;

    /** Creates a scanner for the characters up to the limit. From there on to the capacity, there are only NULs. */
    XmlScanner(CharBuffer document) {
        in = document.array();
        pos = document.position();
        end = document.limit();
        if (in[pos] == XmlText.BYTE_ORDER_MARK) {
            pos++;
        }
    }

    int offset() {
        return pos;
    }

    boolean isAtEnd() {
        return pos == end;
    }

    /** Returns the next character without consuming it; NUL at the end. */
    char peek() {
        return in[pos];
    }

    /** Skips any white space, and returns whether there was some. */
    boolean skipWhiteSpace() {
        int start = pos;
        while (XmlCharacters.isWhiteSpace(in[pos])) {
            pos++;
        }
        return pos > start;
    }

    private boolean startsWith(String expected) {
        for (int i = 0; i < expected.length(); i++) {
            if (in[pos + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the given text comes next, and skips it if so. */
    boolean take(String expected) {
        boolean isNext = startsWith(expected);
        pos += isNext ? expected.length() : 0;
        return isNext;
    }

    void expect(char expected) {
        if (in[pos] != expected) {
            throw malformed("expected " + (expected == '\'' ? "a single quote" : "'" + expected + "'"));
        }
        pos++;
    }

    /** [23] XMLDecl, with [24], [26], [32], [80] and [81]. Returns the declared encoding, or null if there is none. */
    @Nullable
    String declaration() {
        if (!startsWith("<?xml") || !XmlCharacters.isWhiteSpace(in[pos + 5])) {
            return null;
        }
        pos += 5;
        char quote = pseudoAttribute("version");
        require(quote != 0 && take("1.") && XmlCharacters.isDigit(in[pos]));
        while (XmlCharacters.isDigit(in[pos])) {
            pos++;
        }
        expect(quote);
        quote = pseudoAttribute("encoding");
        String encoding = null;
        if (quote != 0) {
            int start = pos;
            while (XmlCharacters.isEncodingPart(in[pos], pos == start)) {
                pos++;
            }
            require(pos > start);
            encoding = new String(in, start, pos - start);
            expect(quote);
        }
        quote = pseudoAttribute("standalone");
        if (quote != 0) {
            require(take("yes") || take("no"));
            expect(quote);
        }
        skipWhiteSpace();
        require(take("?>"));
        return encoding;
    }

    private void require(boolean isWellFormed) {
        if (!isWellFormed) {
            throw malformed("malformed XML declaration");
        }
    }

    /** Scans up to a pseudo-attribute's value and returns the quote before it, or NUL if another name comes next. */
    private char pseudoAttribute(String name) {
        int start = pos;
        if (skipWhiteSpace() && take(name)) {
            return equalsAndQuote();
        }
        pos = start;
        return 0;
    }

    /** [25] Eq, and the quote after it. Returns the quote. */
    private char equalsAndQuote() {
        skipWhiteSpace();
        expect('=');
        skipWhiteSpace();
        char quote = in[pos];
        if (quote != '"' && quote != '\'') {
            throw malformed("expected a value in quotes");
        }
        pos++;
        return quote;
    }

    /** [5] Name. Returns it as a range of the document: the start in the upper half, the end in the lower. */
    long name() {
        int start = pos;
        int c = Character.codePointAt(in, pos);
        while (pos == start ? XmlCharacters.isNameStart(c) : XmlCharacters.isNamePart(c)) {
            pos += Character.charCount(c);
            c = Character.codePointAt(in, pos);
        }
        if (pos == start) {
            throw malformed("expected a name");
        }
        return (long) start << 32 | pos;
    }

    /** Scans [27] Misc as often as it comes. */
    void miscellaneous() {
        do {
            skipWhiteSpace();
        } while (skipMarkup(false));
    }

    /** Scans [43] content up to the next tag. */
    void content() {
        startText();
        do {
            text('<');
        } while (skipMarkup(true));
    }

    /** Scans what follows an attribute's name ([41] Attribute). */
    void attributeValue() {
        char quote = equalsAndQuote();
        startText();
        text(quote);
        pos++;
    }

    /** Returns the text of the content or attribute that was scanned last. */
    String text() {
        return textLength == 0 ? new String(in, runStart, runEnd - runStart) : new String(text, 0, textLength);
    }

    /** Skips a comment or processing instruction, or reads a CDATA section, and returns whether one came next. */
    private boolean skipMarkup(boolean allowsCdata) {
        if (in[pos] != '<') {
            return false;
        }
        if (in[pos + 1] == '?') {
            processingInstruction();
            return true;
        }
        if (in[pos + 1] != '!') {
            return false;
        }
        if (startsWith("<!--")) {
            comment();
        } else if (allowsCdata && startsWith("<![CDATA[")) {
            cdata();
        } else {
            throw malformed(startsWith("<!DOCTYPE") ? "a DOCTYPE is not allowed" : "expected a comment");
        }
        return true;
    }

    /** [16] PI. */
    private void processingInstruction() {
        pos += 2;
        int start = pos;
        name();
        if (pos - start == 3 && new String(in, start, 3).equalsIgnoreCase("xml")) {
            pos = start;
            throw malformed("a processing instruction must not be named xml");
        }
        if (!skipWhiteSpace() && !startsWith("?>")) {
            throw malformed("expected white space or '?>'");
        }
        while (in[pos] != '?' || !startsWith("?>")) {
            character();
        }
        pos += 2;
    }

    /** [15] Comment. */
    private void comment() {
        pos += 4;
        while (in[pos] != '-' || !startsWith("--")) {
            character();
        }
        pos += 2;
        expect('>');
    }

    /** [18] CDSect. */
    private void cdata() {
        pos += 9;
        int start = pos;
        while (in[pos] != ']' || !startsWith("]]>")) {
            if (in[pos] == '\r') {
                start = lineEnd(start);
            } else {
                character();
            }
        }
        append(start, pos);
        pos += 3;
    }

    /** [14] CharData and [67] Reference up to the next {@code <}, or those of [10] AttValue up to its quote. */
    private void text(char stop) {
        int start = pos;
        while (true) {
            pos = endOfPlain(pos);
            char c = in[pos];
            if (c == stop) {
                append(start, pos);
                return;
            } else if (c == '&') {
                append(start, pos);
                append(reference());
                start = pos;
            } else if (c == '\r') {
                start = lineEnd(start);
            } else if (c == '<') {
                throw malformed("'<' in an attribute value");
            } else if (stop == '<' && startsWith("]]>")) {
                throw malformed("']]>' in text");
            } else {
                character();
            }
        }
    }

    /** Hot path: returns the offset of the first character that {@link #text} has to look at, from an offset on. */
    private int endOfPlain(int from) {
        int i = from;
        while (i < end && in[i] < Character.MIN_SURROGATE && PLAIN[Math.min(in[i], PLAIN.length - 1)]) {
            i++;
        }
        return i;
    }

    private void startText() {
        textLength = 0;
        runStart = pos;
        runEnd = pos;
    }

    /** Appends a run of the document's characters. The first one is copied only if there is more text. */
    private void append(int from, int to) {
        if (textLength == 0 && runStart == runEnd) {
            runStart = from;
            runEnd = to;
        } else {
            copyRun();
            System.arraycopy(in, from, text, textLength, to - from);
            textLength += to - from;
        }
    }

    private void append(int codePoint) {
        copyRun();
        textLength += Character.toChars(codePoint, text, textLength);
    }

    private void copyRun() {
        text = text.length == 0 ? new char[end - runStart] : text;
        System.arraycopy(in, runStart, text, textLength, runEnd - runStart);
        textLength += runEnd - runStart;
        runStart = runEnd;
    }

    /** Appends text up to a CR, which is read as LF, as is CR LF (section 2.11). Returns where the text goes on. */
    private int lineEnd(int start) {
        append(start, pos++);
        if (in[pos] != '\n') {
            append('\n');
        }
        return pos;
    }

    /** [66] CharRef, and the five of [68] EntityRef that need no DTD (section 4.6). Returns the character. */
    private int reference() {
        if (take("&#")) {
            return characterReference(take("x") ? 16 : 10);
        }
        int c = take("&lt;") ? '<' : take("&gt;") ? '>' : take("&amp;") ? '&' : take("&apos;") ? '\'' : '"';
        if (c == '"' && !take("&quot;")) {
            throw malformed("malformed reference or unknown entity");
        }
        return c;
    }

    private int characterReference(int radix) {
        int start = pos;
        int c = 0;
        while (in[pos] < 0x80 && Character.digit(in[pos], radix) >= 0) {
            c = Math.min(c * radix + Character.digit(in[pos], radix), Character.MAX_CODE_POINT + 1);
            pos++;
        }
        if (pos == start || !XmlCharacters.isCharacter(c)) {
            throw malformed("malformed character reference");
        }
        expect(';');
        return c;
    }

    /** [2] Char. */
    private void character() {
        int c = Character.codePointAt(in, pos);
        if (!XmlCharacters.isCharacter(c)) {
            throw malformed("a character that XML does not allow");
        }
        pos += Character.charCount(c);
    }

    boolean hasFailed() {
        return problem != null;
    }

    /** Returns an exception for the next character. */
    CodecException malformed(String what) {
        problem = pos == end ? "the document is cut off" : what;
        problemOffset = pos;
        return new CodecException(FORMAT + ": " + problem + place(pos));
    }

    /** Returns an exception for an earlier offset; if the document is malformed, it says how and where. */
    CodecException error(String message, int offset) {
        String where = problem == null ? place(offset) : ": " + problem + place(problemOffset);
        return new CodecException(FORMAT + ": " + message + where);
    }

    private String place(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            if (in[i] == '\n' || in[i] == '\r' && in[i + 1] != '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(in[i])) { // Columns count characters.
                column++;
            }
        }
        return " at line " + line + ", column " + column;
    }
}
