package io.awso.gameliftstreams.codec;

import java.nio.CharBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of an XML document, of which the first is the root. A strict reader throws if the document is
 * malformed, even in a skipped element. A forgiving reader acts as if the document ended there. Namespaces are not
 * processed. See {@link XmlScanner}.
 */
final class XmlReader implements MemberReader {
    private final XmlScanner scanner;
    private final boolean strict;

    /** The names of the open elements, the innermost one first. */
    private final Deque<String> open = new ArrayDeque<>(8);

    /** Whether the last tag was an empty-element tag, which is a start tag and an end tag. */
    private boolean isEmptyElement;

    /** Whether the last start tag has an attribute such as {@code xsi:nil="true"}. */
    private boolean isNil;

    /** Whether the root is still to come. An empty document has none. */
    private boolean needsRoot;

    private int tagOffset;

    /** The offset of the start tag whose name was returned last. */
    private int nameOffset;

    private Kind kind = Kind.NULL;

    /** Creates a reader before the root of a document, which is decoded in the encoding that it declares. */
    XmlReader(byte[] payload, boolean strict) {
        this(XmlText.decode(payload, strict), strict);
    }

    /** Creates a reader before the root of a document that is already decoded. Its declared encoding is ignored. */
    XmlReader(String payload, boolean strict) {
        this(XmlText.of(payload, strict), strict);
    }

    private XmlReader(CharBuffer document, boolean strict) {
        this.strict = strict;
        scanner = new XmlScanner(document, strict);
        needsRoot = !scanner.isBlank();
    }

    /** Checks that nothing but comments, processing instructions and white space follows the root. */
    void requireEnd() {
        scanner.miscellaneous();
        if (!scanner.isBlank()) {
            throw scanner.malformed("expected nothing after the root");
        }
    }

    @Override
    public @Nullable String nextName() {
        if (!nextTag()) {
            return null;
        }
        nameOffset = tagOffset;
        String name = open.getFirst();
        return name.substring(name.lastIndexOf(':') + 1);
    }

    @Override
    public @Nullable String readText() {
        boolean hasText = !isEmptyElement;
        kind = isNil ? Kind.NULL : Kind.STRING;
        while (nextTag()) {
            kind = Kind.ELEMENT;
            skip();
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
        for (int level = 1; level > 0; ) {
            level += nextTag() ? 1 : -1;
        }
    }

    @Override
    public CodecException error(String message) {
        return scanner.error(message, nameOffset);
    }

    /** Scans the next tag. Returns true for a start tag, and false for an end tag or if the document has ended. */
    private boolean nextTag() {
        if (scanner.hasFailed() || !needsRoot && open.isEmpty()) {
            return false;
        }
        if (isEmptyElement) {
            isEmptyElement = false;
            open.pop();
            return false;
        }
        try {
            if (needsRoot) {
                needsRoot = false;
                scanner.declaration();
                scanner.miscellaneous();
            } else {
                scanner.content();
            }
            if (!scanner.take("</")) {
                startTag();
                return true;
            }
            endTag();
        } catch (CodecException e) {
            if (strict) {
                throw e;
            }
        }
        return false;
    }

    /** Productions [40] STag and [44] EmptyElemTag. */
    private void startTag() {
        tagOffset = scanner.offset();
        scanner.expect('<');
        open.push(scanner.name());
        isNil = false;
        List<String> attributes = new ArrayList<>();
        while (scanner.skipWhiteSpace() && !scanner.isAtTagEnd()) {
            attributes.add(attribute());
        }
        if (!scanner.isAtTagEnd()) {
            throw scanner.malformed("expected white space, '/' or '>'");
        }
        requireDifferent(attributes);
        isEmptyElement = scanner.take("/");
        scanner.expect('>');
    }

    /** Production [41] Attribute. Returns its name. */
    private String attribute() {
        String name = scanner.name();
        scanner.attributeValue();
        if (name.endsWith(":nil") && !name.equals(":nil") && !name.equals("xmlns:nil")) {
            isNil |= isTrue(scanner.text());
        }
        return name;
    }

    /** Returns whether an attribute's value means true (XML Schema, part 2, section 3.2.2). */
    static boolean isTrue(String value) {
        return value.equals("true") || value.equals("1");
    }

    /** Section 3.1. Sorts, because the time that a hash table takes depends on who chooses the names. */
    private void requireDifferent(List<String> attributes) {
        attributes.sort(null);
        for (int i = 1; i < attributes.size(); i++) {
            if (attributes.get(i).equals(attributes.get(i - 1))) {
                throw scanner.malformed("an attribute is given twice in the tag that ends");
            }
        }
    }

    /** Production [42] ETag, after its first two characters. */
    private void endTag() {
        if (open.isEmpty()) {
            throw scanner.malformed("an end tag without a start tag");
        }
        scanner.endName(open.pop());
        scanner.skipWhiteSpace();
        scanner.expect('>');
    }
}
