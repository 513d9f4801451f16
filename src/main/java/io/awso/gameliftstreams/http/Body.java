package io.awso.gameliftstreams.http;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response's body after its content coding is removed.
 *
 * @param bytes the decoded bytes; empty if the content coding could not be decoded
 * @param codingProblem why the content coding could not be decoded; null if it could
 */
record Body(byte[] bytes, @Nullable String codingProblem) {
    private static final int MAX_DECODED_LENGTH = 1 << 20;

    /**
     * Decodes a body. Some clients decompress gzip but keep the header, so a body that does not begin like gzip is left
     * unchanged.
     */
    static Body decode(byte[] body, List<String> codings) {
        if (codings.isEmpty() || body.length == 0) {
            return new Body(body, null);
        }
        if (codings.size() > 1 || !codings.get(0).equals("gzip")) {
            return new Body(new byte[0], "unsupported content coding");
        }
        if (body.length < 2 || body[0] != 0x1F || body[1] != (byte) 0x8B) {
            return new Body(body, null);
        }
        byte[] decoded = Gzip.decode(body);
        return decoded == null ? new Body(new byte[0], "corrupt content coding") : new Body(decoded, null);
    }

    /** A separate class, so that only bodies with a content coding load the classes of {@code java.util.zip}. */
    private static final class Gzip {
        /** Returns the decoded bytes, or null if the body is corrupt or too large when decoded. */
        static byte @Nullable [] decode(byte[] body) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
                byte[] decoded = in.readNBytes(MAX_DECODED_LENGTH + 1);
                return decoded.length > MAX_DECODED_LENGTH ? null : decoded;
            } catch (IOException | StackOverflowError corrupt) {
                // GZIPInputStream recurses for every empty gzip member, and a hostile body may have thousands of them.
                return null;
            }
        }
    }

    /**
     * Decodes the body as an output. Reads it as XML only if the media type says so, because a sign-in page may be
     * well-formed XML, too.
     *
     * @throws io.awso.gameliftstreams.codec.CodecException if the body is not an output
     */
    CreateStreamSessionConnectionOutput decodeOutput(boolean isXmlMediaType) {
        return codec(isXmlMediaType && beginsAsXml()).decodeOutput(bytes);
    }

    /** Reads the body as an error document. Ignores the media type, which front ends and fake services get wrong. */
    ErrorDocument readErrorDocument() {
        return codec(beginsAsXml()).readErrorDocument(bytes);
    }

    private static CreateStreamSessionConnectionCodec codec(boolean isXml) {
        return isXml ? CreateStreamSessionConnectionCodec.xml() : CreateStreamSessionConnectionCodec.json();
    }

    /** Returns whether the first character after white space and a byte order mark is {@code <}. */
    private boolean beginsAsXml() {
        for (byte b : bytes) {
            switch (b) {
                case ' ', '\t', '\r', '\n', (byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFE, (byte) 0xFF, 0 -> {
                    // White space, a byte of a byte order mark, or the zero byte of white space in UTF-16.
                }
                default -> {
                    return b == '<';
                }
            }
        }
        return false;
    }
}
