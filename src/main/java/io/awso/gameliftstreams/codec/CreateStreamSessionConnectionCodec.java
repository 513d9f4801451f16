package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;

/**
 * Translates the output and the errors of {@code CreateStreamSessionConnection} to and from one format.
 *
 * <p>Codecs have no state and can be used by any number of threads. See the package documentation for what every
 * codec guarantees.
 */
public sealed interface CreateStreamSessionConnectionCodec
        permits CreateStreamSessionConnectionJsonCodec,
                CreateStreamSessionConnectionXmlCodec,
                CreateStreamSessionConnectionQueryCodec {

    /** {@return the codec for JSON, as in AWS restJson1, the protocol that the service speaks} */
    static CreateStreamSessionConnectionJsonCodec json() {
        return CreateStreamSessionConnectionJsonCodec.INSTANCE;
    }

    /** {@return the codec for XML, as in responses of AWS restXml} */
    static CreateStreamSessionConnectionXmlCodec xml() {
        return CreateStreamSessionConnectionXmlCodec.INSTANCE;
    }

    /** {@return the codec for query form, as in requests of AWS awsQuery} */
    static CreateStreamSessionConnectionQueryCodec query() {
        return CreateStreamSessionConnectionQueryCodec.INSTANCE;
    }

    /** {@return the media type of the format, without parameters} */
    String contentType();

    /**
     * Encodes an output as UTF-8. An absent signal response is left out.
     *
     * @throws CodecException if the format cannot carry the signal response; it names the code point and its index
     */
    byte[] encode(CreateStreamSessionConnectionOutput output);

    /** Encodes as {@link #encode(CreateStreamSessionConnectionOutput)} does, but returns a string. */
    default String encodeToString(CreateStreamSessionConnectionOutput output) {
        return new String(encode(output), UTF_8);
    }

    /**
     * Encodes an error as UTF-8, with its code. An absent message is left out.
     *
     * @throws CodecException if the format cannot carry the message; it names the code point and its index
     */
    byte[] encode(CreateStreamSessionConnectionError error);

    /** Encodes as {@link #encode(CreateStreamSessionConnectionError)} does, but returns a string. */
    default String encodeToString(CreateStreamSessionConnectionError error) {
        return new String(encode(error), UTF_8);
    }

    /**
     * Decodes an output, strictly. Unknown members are skipped.
     *
     * @return the output; its signal response is absent if the payload is empty, lacks it, or has null for it
     * @throws CodecException if the payload is malformed or not an output; an error document without a signal
     *     response is not an output
     */
    CreateStreamSessionConnectionOutput decodeOutput(byte[] payload);

    /** Decodes an output from a string, as {@link #decodeOutput(byte[])} does. A lone surrogate is malformed. */
    CreateStreamSessionConnectionOutput decodeOutput(String payload);

    /**
     * Decodes an error whose code is in the payload. If the payload is malformed or cut off, uses whatever is complete
     * before that place. The code may be in the root, or in an object (in XML: an element) such as {@code error} or {@code
     * Error} in it; the first usable one in document order counts, and the message next to it.
     *
     * @return the modelled type for a modelled code, and an {@code UnknownOperationError} for any other
     * @throws CodecException if there is no usable code in the payload
     */
    default CreateStreamSessionConnectionError decodeError(byte[] payload) {
        return decodeError("", payload);
    }

    /** Decodes an error from a string, as {@link #decodeError(byte[])} does. A lone surrogate is read as U+FFFD. */
    default CreateStreamSessionConnectionError decodeError(String payload) {
        return decodeError("", payload);
    }

    /**
     * Decodes an error whose code is already known, for example from a header; it takes precedence over any code in
     * the payload.
     *
     * @param code the code, which is cleaned as in {@link ErrorDocument}. If nothing usable is left, the payload's
     *     code is used
     * @throws CodecException if neither the code nor the payload has a usable code
     */
    CreateStreamSessionConnectionError decodeError(String code, byte[] payload);

    /** Decodes an error from a string, as {@link #decodeError(String, byte[])} does. */
    CreateStreamSessionConnectionError decodeError(String code, String payload);

    /**
     * Reads the parts of an error document, by the rules of {@link #decodeError(byte[])}. Never throws, whatever the
     * payload holds: a part that cannot be read is absent.
     */
    ErrorDocument readErrorDocument(byte[] payload);
}
