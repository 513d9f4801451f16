package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.List;

/** Decodes XML documents. The characters end with a NUL, as {@link XmlScanner} needs them. */
final class XmlText {
    /** The beginning of an XML declaration, which ASCII and every encoding that extends it share. */
    private static final int DECLARATION = '<' << 8 | '?';

    private static final List<String> ENCODINGS = List.of("UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252");

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
        if (mark == 0xFEFF || mark == 0xFFFE) {
            if (strict && bytes.remaining() % 2 != 0) {
                throw malformed(bytes.limit() - 1);
            }
            bytes.order(mark == 0xFEFF ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            // Not by the JDK's decoder, which also replaces what follows a lone surrogate: it can be a tag.
            return of(bytes.asCharBuffer().toString(), strict);
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

    private static CodecException malformed(int offset) {
        return new CodecException("XML: malformed in its encoding at offset " + offset);
    }

    /** Returns the encoding that the declaration at an offset names, or UTF-8. */
    private static Charset encoding(byte[] payload, int start, boolean strict) {
        int end = start + 1;
        while (end < payload.length && payload[end - 1] != '>') {
            end++;
        }
        String declaration = new String(payload, start, end - start, ISO_8859_1);
        String declared;
        try {
            declared = new XmlScanner(of(declaration, false), true).declaration();
        } catch (CodecException e) {
            return UTF_8; // The reader finds out where it is malformed.
        }
        for (String encoding : ENCODINGS) {
            if (encoding.equalsIgnoreCase(declared)) {
                return Charset.forName(encoding);
            }
        }
        if (strict && declared != null) {
            throw new CodecException("XML: the encoding declared at line 1 is not supported");
        }
        return UTF_8;
    }
}
