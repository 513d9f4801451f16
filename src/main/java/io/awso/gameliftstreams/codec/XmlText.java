package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the bytes of XML documents. The JDK's parser could do that, too, but it accepts some malformed bytes, and
 * its limits and error output depend on the JDK's version.
 */
final class XmlText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private XmlText() {}

    /**
     * Decodes a document in the encoding that its byte order mark or declaration names, else in UTF-8. If not strict,
     * the text ends at the first malformed byte, and UTF-8 is used if the declared encoding is unknown, or if the
     * declaration itself is not in that encoding.
     *
     * @throws CodecException if strict, and the bytes are malformed or the encoding is unknown
     */
    static String decode(byte[] payload, boolean strict) {
        int start = 0;
        while (!strict && start < payload.length && JsonScanner.isWhiteSpace(payload[start])) {
            start++;
        }
        CharsetDecoder decoder = encoding(payload, start, strict).newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(payload, start, payload.length - start);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.remaining() * (double) decoder.maxCharsPerByte()));
        if (decoder.decode(bytes, text, true).isError() && strict) {
            throw new CodecException("XML: malformed in its encoding at offset " + bytes.position());
        }
        return text.flip().toString();
    }

    /** Returns the encoding of the document at an offset (XML 1.0, appendix F). */
    private static Charset encoding(byte[] payload, int start, boolean strict) {
        int first = 0;
        for (int i = start; i < start + 4; i++) {
            first = first << 8 | (i < payload.length ? payload[i] & 0xFF : 0xFF);
        }
        return switch (first) {
            case 0x0000FEFF -> Charset.forName("UTF-32BE");
            case 0xFFFE0000 -> Charset.forName("UTF-32LE");
            case 0x0000003C -> unmarked(Charset.forName("UTF-32BE"), payload, strict);
            case 0x3C000000 -> unmarked(Charset.forName("UTF-32LE"), payload, strict);
            case 0x3C3F786D -> Declaration.encoding(payload, start, strict); // "<?xm"
            default ->
                switch (first >>> 16) {
                    case 0xFEFF -> UTF_16BE;
                    case 0xFFFE -> UTF_16LE;
                    case 0x003C -> unmarked(UTF_16BE, payload, strict);
                    case 0x3C00 -> unmarked(UTF_16LE, payload, strict);
                    default -> UTF_8;
                };
        };
    }

    /** Returns the encoding of a document without a byte order mark, which XML allows only with a declaration. */
    private static Charset unmarked(Charset encoding, byte[] payload, boolean strict) {
        int length = Math.min(payload.length, 5 * Integer.BYTES);
        return strict && !new String(payload, 0, length, encoding).startsWith("<?xml") ? UTF_8 : encoding;
    }

    /** A separate class, so that only documents with a declaration load the classes of regular expressions. */
    private static final class Declaration {
        private static final Pattern ENCODING =
                Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

        static Charset encoding(byte[] payload, int start, boolean strict) {
            int end = start;
            while (end < payload.length && payload[end] != '>') {
                end++;
            }
            Matcher matcher = ENCODING.matcher(new String(payload, start, end - start, ISO_8859_1));
            if (!matcher.lookingAt()) {
                return UTF_8;
            }
            try {
                Charset declared = Charset.forName(matcher.group(1));
                // Some writers declare UTF-16, the encoding of their strings, but send UTF-8.
                return strict || new String(payload, start, 5, declared).equals("<?xml") ? declared : UTF_8;
            } catch (IllegalArgumentException e) {
                if (strict) {
                    throw new CodecException("XML: the encoding declared at line 1 is unknown");
                }
                return UTF_8;
            }
        }
    }

    /**
     * Returns a text without its byte order mark and, if not strict, without the white space before the document. XML
     * allows no white space before a declaration. Returns the empty string if there is nothing else.
     */
    static String document(String text, boolean strict) {
        int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        int content = start;
        while (content < text.length()
                && (JsonScanner.isWhiteSpace(text.charAt(content))
                        || !strict && text.charAt(content) == BYTE_ORDER_MARK)) {
            content++;
        }
        return text.substring(content == text.length() || !strict ? content : start);
    }

    /** Returns the index of the DOCTYPE, or -1 if there is none before the root (XML 1.0, production [22] prolog). */
    static int indexOfDoctype(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("<!DOCTYPE", i)) {
                return i;
            } else if (text.startsWith("<!--", i)) {
                i = endOf("-->", text, i + 4);
            } else if (text.startsWith("<?", i)) {
                i = endOf("?>", text, i + 2);
            } else if (JsonScanner.isWhiteSpace(c)
                    || c == '\u0085'
                    || c == '\u2028') { // The last two are from XML 1.1.
                i++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static int endOf(String mark, String text, int start) {
        int index = text.indexOf(mark, start);
        return index < 0 ? text.length() : index + mark.length();
    }
}
