package io.awso.gameliftstreams.http;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response's body, decompressed.
 *
 * @param bytes the decompressed bytes; only the first of them if there is a problem
 * @param problem why the body could not be decompressed as a whole; null if it could
 */
record Body(byte[] bytes, @Nullable String problem) {

    /**
     * Decompresses a body that begins like gzip, and leaves any other unchanged. Ignores the header {@code
     * content-encoding}: some clients keep it after they have decompressed the body, and gateways get it wrong.
     */
    static Body of(byte[] body) {
        return isGzip(body, 0) ? Gzip.decompress(body) : new Body(body, null);
    }

    /** Returns whether gzip begins at an offset. */
    static boolean isGzip(byte[] body, int offset) {
        return isAt(body, offset, 0x1F, 0x8B);
    }

    /**
     * Decodes the body as an output. Reads it as XML only if the media type says so, because a sign-in page may be
     * well-formed XML, too.
     *
     * @throws CodecException if the body is not an output
     */
    CreateStreamSessionConnectionOutput decodeOutput(Headers headers) {
        if (problem != null) {
            throw new CodecException(problem);
        }
        return codec(firstCharacter() == '<' && headers.isXml()).decodeOutput(bytes);
    }

    /** Reads the body as an error document. Ignores the media type, which front ends and fake services get wrong. */
    ErrorDocument readErrorDocument() {
        return codec(firstCharacter() == '<').readErrorDocument(bytes);
    }

    private static CreateStreamSessionConnectionCodec codec(boolean isXml) {
        return isXml ? CreateStreamSessionConnectionCodec.xml() : CreateStreamSessionConnectionCodec.json();
    }

    /** Returns whether the body may be in a coding that was not removed: it is not blank, and neither JSON nor XML. */
    boolean mayBeEncoded() {
        int first = firstCharacter();
        return first >= 0 && "{[<\"".indexOf(first) < 0;
    }

    /** Returns the first character after white space and a byte order mark, or -1 if there is none. */
    private int firstCharacter() {
        int start = contentStart();
        if (isAt(bytes, start, 0xFE, 0xFF) || isAt(bytes, start, 0xFF, 0xFE)) {
            String text = AsciiText.strip(new String(bytes, start, bytes.length - start, UTF_16));
            return text.isEmpty() ? -1 : text.charAt(0);
        }
        return start < bytes.length ? bytes[start] & 0xFF : -1;
    }

    /** Returns the offset of the first byte after white space and a byte order mark in UTF-8. */
    private int contentStart() {
        int start = skipWhiteSpace(0);
        boolean isMark = isAt(bytes, start, 0xEF, 0xBB) && start + 2 < bytes.length && bytes[start + 2] == (byte) 0xBF;
        return isMark ? skipWhiteSpace(start + 3) : start;
    }

    private static boolean isAt(byte[] bytes, int offset, int first, int second) {
        return offset + 1 < bytes.length && bytes[offset] == (byte) first && bytes[offset + 1] == (byte) second;
    }

    private int skipWhiteSpace(int start) {
        while (start < bytes.length && AsciiText.isWhiteSpace(bytes[start])) {
            start++;
        }
        return start;
    }

    /**
     * Returns the text of a body that is nothing but one complete JSON string: an error that was encoded twice, or API
     * Gateway's {@code "Internal server error"}. Returns any other body unchanged.
     */
    Body unquoted() {
        int start = contentStart();
        if (start == bytes.length || bytes[start] != '"') {
            return this;
        }
        int end = start + 1;
        while (end < bytes.length && bytes[end] != '"') {
            end += bytes[end] == '\\' ? 2 : 1;
        }
        if (end >= bytes.length || skipWhiteSpace(end + 1) < bytes.length) {
            return this;
        }
        String string = new String(bytes, start, end + 1 - start, ISO_8859_1);
        byte[] document = ("{\"" + MESSAGE + "\":" + string + "}").getBytes(ISO_8859_1);
        Optional<String> text = new Body(document, null).readErrorDocument().message();
        if (text.isEmpty()) {
            return this;
        }
        // Java encodes a lone surrogate as U+FFFD in UTF-16, but as a question mark in UTF-8.
        String wellFormed = new String(text.get().getBytes(UTF_16BE), UTF_16BE);
        return new Body(wellFormed.getBytes(UTF_8), problem);
    }
}
