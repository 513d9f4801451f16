package io.awso.gameliftstreams.codec;

import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the child elements of the root of an XML document. A strict reader throws if the document is malformed, even in
 * a skipped element. A forgiving reader acts as if the document ended there. Namespaces are not processed. See {@link
 * XmlScanner}.
 */
final class XmlReader implements MemberReader {
    private final XmlScanner scanner;
    private final boolean strict;

    /** The document, of which names are ranges. */
    private final char[] in;

    /** The names of the open elements. */
    private long[] open = new long[8];

    private int depth;

    /** The names of one start tag's attributes. */
    private long[] attributes = new long[4];

    /** Whether the last tag was an empty-element tag, which is a start tag and an end tag. */
    private boolean isEmptyElement;

    /** Whether the last start tag has an attribute such as {@code xsi:nil="true"}. */
    private boolean isNil;

    /** Whether the root is still to come. An empty document has none. */
    private boolean needsRoot;

    private int tagOffset;
    private int nameOffset;
    private Kind kind = Kind.NULL;
    private final @Nullable String rootName;
    private final int rootOffset;

    /** Creates a reader inside the root of a document, which is decoded in the encoding that it declares. */
    XmlReader(byte[] payload, boolean strict) {
        this(XmlText.decode(payload, strict), strict);
    }

    /** Creates a reader inside the root of a document that is already decoded. Its declared encoding is ignored. */
    XmlReader(String payload, boolean strict) {
        this(XmlText.of(payload, strict), strict);
    }

    private XmlReader(CharBuffer document, boolean strict) {
        this.strict = strict;
        in = document.array();
        scanner = new XmlScanner(strict ? document : XmlText.withoutBlanks(document));
        int start = scanner.offset();
        try {
            scanner.declaration();
        } catch (CodecException e) {
            throwIfStrict(e);
        }
        needsRoot = scanner.offset() > start;
        scanner.skipWhiteSpace();
        needsRoot |= !scanner.isAtEnd();
        rootName = nextTag() ? localName() : null;
        rootOffset = tagOffset;
        nameOffset = tagOffset;
    }

    /** {@return the local name of the root; null if there is none} */
    @Nullable
    String rootName() {
        return rootName;
    }

    /** Returns an exception that names the place of the root. */
    CodecException rootError(String message) {
        return scanner.error(message, rootOffset);
    }

    /** Checks that nothing but comments, processing instructions and white space follows the root. */
    void requireEnd() {
        nextTag();
    }

    @Override
    public @Nullable String nextName() {
        if (!nextTag()) {
            return null;
        }
        nameOffset = tagOffset;
        return localName();
    }

    /** Returns what follows the last colon in the innermost open element's name. */
    private String localName() {
        long name = open[depth - 1];
        int start = end(name);
        while (start > start(name) && in[start - 1] != ':') {
            start--;
        }
        return new String(in, start, end(name) - start);
    }

    @Override
    public @Nullable String readText() {
        boolean hasText = !isEmptyElement;
        kind = isNil ? Kind.NULL : Kind.STRING;
        int outside = depth - 1;
        if (nextTag()) {
            kind = Kind.ELEMENT;
            skipTo(outside);
        }
        if (kind != Kind.STRING || scanner.hasFailed()) {
            return null;
        }
        return hasText ? scanner.text() : "";
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean enter() {
        return true;
    }

    @Override
    public void skip() {
        skipTo(depth - 1);
    }

    /** Scans on until no more elements are open than the given number. */
    private void skipTo(int outside) {
        while (depth > outside) {
            nextTag();
        }
    }

    @Override
    public CodecException error(String message) {
        return scanner.error(message, nameOffset);
    }

    /**
     * Scans up to the end of the next tag. Returns whether it is a start tag: it can also be an end tag, or the document
     * has ended.
     */
    private boolean nextTag() {
        if (scanner.hasFailed()) {
            return false;
        }
        if (isEmptyElement) {
            isEmptyElement = false;
            depth--;
            return false;
        }
        try {
            if (depth > 0) {
                scanner.content();
            } else {
                scanner.miscellaneous();
                if (scanner.isAtEnd() && !needsRoot) {
                    return false;
                }
            }
            tagOffset = scanner.offset();
            if (scanner.take("</")) {
                endTag();
                return false;
            }
            startTag();
            return true;
        } catch (CodecException e) {
            throwIfStrict(e);
            return false;
        }
    }

    private void throwIfStrict(CodecException e) {
        if (strict) {
            throw e;
        }
        depth = 0;
    }

    /** Productions [40] STag and [44] EmptyElemTag. */
    private void startTag() {
        if (depth == 0 && !needsRoot) {
            throw scanner.malformed("expected nothing after the root");
        }
        scanner.expect('<');
        long name = scanner.name();
        int count = 0;
        isNil = false;
        boolean isSpaced = scanner.skipWhiteSpace();
        while (scanner.peek() != '>' && scanner.peek() != '/') {
            if (!isSpaced) {
                throw scanner.malformed("expected white space, '/' or '>'");
            }
            if (count == attributes.length) {
                attributes = Arrays.copyOf(attributes, 2 * count);
            }
            attributes[count++] = attribute();
            isSpaced = scanner.skipWhiteSpace();
        }
        requireDifferent(count);
        boolean isEmpty = scanner.take("/");
        scanner.expect('>');
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = name;
        isEmptyElement = isEmpty;
        needsRoot = false;
    }

    /** Production [41] Attribute. Returns its name. */
    private long attribute() {
        long range = scanner.name();
        String name = new String(in, start(range), end(range) - start(range));
        boolean isNilAttribute = name.endsWith(":nil") && !name.equals(":nil") && !name.equals("xmlns:nil");
        scanner.attributeValue();
        isNil |= isNilAttribute && isTrue(scanner.text());
        return range;
    }

    /** Returns whether an attribute's value means true (XML Schema, part 2, section 3.2.2). */
    static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }

    /**
     * Checks that no attribute is given twice (section 3.1). Sorts the names by merging, because the time that a hash
     * table takes depends on who chooses the names.
     */
    private void requireDifferent(int count) {
        long[] from = attributes;
        long[] to = count > 1 ? new long[count] : from;
        for (int width = 1; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                merge(from, start, Math.min(start + width, count), Math.min(start + 2 * width, count), to);
            }
            long[] merged = to;
            to = from;
            from = merged;
        }
    }

    private void merge(long[] from, int start, int middle, int end, long[] to) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            int order = left == middle ? 1 : right == end ? -1 : compare(from[left], from[right]);
            if (order == 0) {
                throw scanner.malformed("an attribute is given twice in the tag that ends");
            }
            to[i] = order < 0 ? from[left++] : from[right++];
        }
    }

    /** Production [42] ETag, after its first two characters. */
    private void endTag() {
        if (depth == 0) {
            throw scanner.malformed("an end tag without a start tag");
        }
        if (compare(scanner.name(), open[depth - 1]) != 0) {
            throw scanner.malformed("an end tag with another name than its start tag");
        }
        scanner.skipWhiteSpace();
        scanner.expect('>');
        depth--;
    }

    private int compare(long name, long other) {
        return Arrays.compare(in, start(name), end(name), in, start(other), end(other));
    }

    private static int start(long range) {
        return (int) (range >>> 32);
    }

    private static int end(long range) {
        return (int) range;
    }
}
