package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** Decodes XML documents. The characters end with a NUL, as {@link XmlScanner} needs them. */
final class XmlText {
    static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The beginning of an XML declaration, which ASCII and every encoding that extends it share. */
    private static final int DECLARATION = '<' << 8 | '?';

    private XmlText() {}

    /** Returns the characters of a payload given as a string. A lone surrogate is U+FFFD, unless strict. */
    static CharBuffer of(String payload, boolean strict) {
        String text = Text.withoutLoneSurrogates("XML", payload, strict);
        char[] chars = new char[text.length() + 1];
        text.getChars(0, text.length(), chars, 0);
        return CharBuffer.wrap(chars, 0, text.length());
    }

    /**
     * Decodes a document in the encoding that its byte order mark or declaration names, else in UTF-8. If not strict,
     * malformed bytes are U+FFFD, and a document with an unsupported encoding is in UTF-8.
     *
     * @throws CodecException if strict, and the bytes are malformed or the encoding is not supported
     */
    static CharBuffer decode(byte[] payload, boolean strict) {
        int start = 0;
        while (!strict && start < payload.length && JsonScanner.isWhiteSpace(payload[start])) {
            start++;
        }
        ByteBuffer bytes = ByteBuffer.wrap(payload, start, payload.length - start);
        int mark = bytes.remaining() < 2 ? 0 : bytes.getChar(start);
        if (mark == 0xFEFF) {
            return utf16(bytes, strict);
        } else if (mark == 0xFFFE) {
            return utf16(bytes.order(ByteOrder.LITTLE_ENDIAN), strict);
        }
        Charset encoding = mark == DECLARATION ? encoding(payload, start, strict) : UTF_8;
        CodingErrorAction action = strict ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        CharsetDecoder decoder = encoding.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        if (decoder.decode(bytes, text, true).isError()) {
            throw malformed(bytes.position());
        }
        return text.flip();
    }

    /** Decodes UTF-16. The JDK's decoder also replaces what follows a lone surrogate, which can be a tag. */
    private static CharBuffer utf16(ByteBuffer bytes, boolean strict) {
        if (strict && bytes.remaining() % 2 != 0) {
            throw malformed(bytes.limit() - 1);
        }
        return of(bytes.asCharBuffer().toString(), strict);
    }

    private static CodecException malformed(int offset) {
        return new CodecException("XML: malformed in its encoding at offset " + offset);
    }

    /** Skips white space and byte order marks, which XML does not allow before an XML declaration. */
    static CharBuffer withoutBlanks(CharBuffer document) {
        while (document.hasRemaining()
                && (JsonScanner.isWhiteSpace(document.charAt(0)) || document.charAt(0) == BYTE_ORDER_MARK)) {
            document.get();
        }
        return document;
    }

    /** Returns the encoding that the declaration at an offset names, or UTF-8. */
    private static Charset encoding(byte[] payload, int start, boolean strict) {
        String declared = declared(payload, start);
        if (declared == null || declared.equalsIgnoreCase("UTF-8")) {
            return UTF_8;
        } else if (declared.equalsIgnoreCase("US-ASCII")) {
            return US_ASCII;
        } else if (declared.equalsIgnoreCase("ISO-8859-1")) {
            return ISO_8859_1;
        } else if (declared.equalsIgnoreCase("windows-1252")) {
            return Charset.forName("windows-1252");
        } else if (strict) {
            throw new CodecException("XML: the encoding declared at line 1 is not supported");
        }
        return UTF_8;
    }

    /** Returns the encoding that the declaration at an offset names; null if there is none, or it is malformed. */
    private static @Nullable String declared(byte[] payload, int start) {
        int length = 0;
        while (start + length < payload.length && payload[start + length] != '>') {
            length++;
        }
        CharBuffer declaration = CharBuffer.allocate(length + 2);
        ISO_8859_1
                .newDecoder()
                .decode(
                        ByteBuffer.wrap(payload, start, Math.min(length + 1, payload.length - start)),
                        declaration,
                        true);
        try {
            return new XmlScanner(declaration.flip()).declaration();
        } catch (CodecException e) {
            return null; // The reader finds out where.
        }
    }
}
