package io.awso.gameliftstreams.codec;

import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Scans what XML 1.0 (fifth edition) consists of, without a DTD. Throws at the first character that breaks the grammar.
 * The numbers in brackets are the specification's productions. {@link XmlReader} joins the parts to elements.
 */
final class XmlScanner {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The document, and then at least one NUL. XML has no such character, so every loop ends there. */
    private final char[] in;

    private final int end;

    /** The offset of the next character. */
    private int pos;

    /** The text, unless it is one run. Allocated once: text is never longer than the characters that it is read from. */
    private char[] text = {};

    private int textLength;

    /** Where the last run of plain text begins. It can be copied as it is. */
    private int runStart;

    /** Where the last run of plain text ends. */
    private int runEnd;

    /** What is malformed and where; null if nothing has been yet. */
    private @Nullable String problem;

    /**
     * Creates a scanner for the characters up to the limit. From there on to the capacity, there are only NULs. A byte order
     * mark is skipped; if not strict, so are white space and more marks, which XML does not allow before a declaration.
     */
    XmlScanner(CharBuffer document, boolean strict) {
        in = document.array();
        end = document.limit();
        pos = in[0] == BYTE_ORDER_MARK ? 1 : 0;
        while (!strict && (JsonScanner.isWhiteSpace(in[pos]) || in[pos] == BYTE_ORDER_MARK)) {
            pos++;
        }
    }

    /** Returns whether nothing but white space is left. */
    boolean isBlank() {
        int i = pos;
        while (JsonScanner.isWhiteSpace(in[i])) {
            i++;
        }
        return i == end;
    }

    int offset() {
        return pos;
    }

    /** Returns whether the end of a start tag comes next. */
    boolean isAtTagEnd() {
        return in[pos] == '>' || in[pos] == '/';
    }

    /** Skips any white space, and returns whether there was some. */
    boolean skipWhiteSpace() {
        int start = pos;
        while (JsonScanner.isWhiteSpace(in[pos])) {
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
        if (!startsWith("<?xml") || !JsonScanner.isWhiteSpace(in[pos + 5])) {
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
            require(XmlCharacters.isLetter(in[pos]));
            while (in[pos] < 0x80 && in[pos] != ':' && XmlCharacters.isNamePart(in[pos])) {
                pos++;
            }
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

    /** [5] Name. */
    String name() {
        int start = pos;
        int c = Character.codePointAt(in, pos);
        if (!XmlCharacters.isNameStart(c)) {
            throw malformed("expected a name");
        }
        while (XmlCharacters.isNamePart(c)) {
            pos += Character.charCount(c);
            c = Character.codePointAt(in, pos);
        }
        return new String(in, start, pos - start);
    }

    /** Scans the name of an end tag, which must be the same as that of its start tag. */
    void endName(String startName) {
        if (!startsWith(startName) || XmlCharacters.isNamePart(Character.codePointAt(in, pos + startName.length()))) {
            name();
            throw malformed("an end tag with another name than its start tag");
        }
        pos += startName.length();
    }

    /** Scans [27] Misc as often as it comes. */
    void miscellaneous() {
        for (skipWhiteSpace(); isAtMarkup(); skipWhiteSpace()) {
            skipMarkup();
        }
    }

    /** Scans [43] content up to the next tag. */
    void content() {
        scanText('<');
    }

    /** Scans what follows an attribute's name ([41] Attribute). */
    void attributeValue() {
        scanText(equalsAndQuote());
        pos++;
    }

    /** Returns the text of the content or attribute that was scanned last. */
    String text() {
        return textLength == 0 ? new String(in, runStart, runEnd - runStart) : new String(text, 0, textLength);
    }

    private boolean isAtMarkup() {
        return in[pos] == '<' && (in[pos + 1] == '?' || in[pos + 1] == '!');
    }

    /** Skips a [15] Comment or a [16] PI. */
    private void skipMarkup() {
        if (take("<!--")) {
            skipPast("--");
            expect('>');
        } else if (take("<?")) {
            if (name().equalsIgnoreCase("xml")) {
                pos -= 3;
                throw malformed("a processing instruction must not be named xml");
            }
            if (!skipWhiteSpace() && !startsWith("?>")) {
                throw malformed("expected white space or '?>'");
            }
            skipPast("?>");
        } else {
            throw malformed(startsWith("<!DOCTYPE") ? "a DOCTYPE is not allowed" : "expected a comment");
        }
    }

    private void skipPast(String last) {
        while (!take(last)) {
            character();
        }
    }

    /** [18] CDSect, after its start. */
    private void cdata() {
        runStart = pos;
        while (!startsWith("]]>")) {
            if (in[pos] == '\r') {
                lineEnd();
            } else {
                character();
            }
        }
        endRun();
        pos += 3;
    }

    /** Scans [43] content up to the next tag if {@code stop} is {@code <}, or else [10] AttValue up to its quote. */
    private void scanText(char stop) {
        textLength = 0;
        runStart = pos;
        while (true) {
            skipPlain();
            char c = in[pos];
            if (c == '&') {
                endRun();
                textLength += Character.toChars(reference(), text, textLength);
                runStart = pos;
            } else if (c == '\r') {
                lineEnd();
            } else if (stop == '<' && isAtMarkup()) {
                endRun();
                if (take("<![CDATA[")) {
                    cdata();
                } else {
                    skipMarkup();
                }
                runStart = pos;
            } else if (c == stop) {
                break;
            } else if (c == '<') {
                throw malformed("'<' in an attribute value");
            } else if (stop == '<' && startsWith("]]>")) {
                throw malformed("']]>' in text");
            } else {
                character();
            }
        }
        runEnd = pos;
        if (textLength != 0) { // Otherwise the text is one run, which need not be copied.
            endRun();
        }
    }

    /** Hot path: skips what {@link #scanText} need not look at. */
    private void skipPlain() {
        int i = pos;
        while (i < end && XmlCharacters.isPlain(in[i])) {
            i++;
        }
        pos = i;
    }

    /** Reads a CR as LF, and CR LF, too (section 2.11). */
    private void lineEnd() {
        endRun();
        pos++;
        runStart = pos;
        if (in[pos] != '\n') {
            text[textLength++] = '\n';
        }
    }

    /** Copies the run that ends here to the text. */
    private void endRun() {
        text = text.length == 0 ? new char[end] : text;
        System.arraycopy(in, runStart, text, textLength, pos - runStart);
        textLength += pos - runStart;
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
        problem = ": " + (pos == end ? "the document is cut off" : what) + place(pos);
        return new CodecException("XML" + problem);
    }

    /** Returns an exception for an earlier offset; if the document is malformed, it says how and where. */
    CodecException error(String message, int offset) {
        return new CodecException("XML: " + message + (problem == null ? place(offset) : problem));
    }

    private String place(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            if (in[i] == '\n' || in[i] == '\r' && in[i + 1] != '\n') {
                line++;
                column = 0;
            }
            column += Character.isLowSurrogate(in[i]) ? 0 : 1; // Columns count characters.
        }
        return " at line " + line + ", column " + column;
    }
}
