package io.awso.gameliftstreams.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;

/**
 * Translates the output and the errors of {@code CreateStreamSessionConnection} to and from one
 * format.
 *
 * <p>Codecs have no state; one instance serves any number of threads. Payloads in bytes are UTF-8.
 * The two laws that all of them keep stand in the description of this package; the rules of each
 * format stand with its codec.
 */
public sealed interface CreateStreamSessionConnectionCodec
        permits CreateStreamSessionConnectionJsonCodec,
                CreateStreamSessionConnectionXmlCodec,
                CreateStreamSessionConnectionQueryCodec {

    /**
     * The codec for JSON, as AWS restJson1 has it: the protocol that the service speaks.
     *
     * @return the JSON codec
     */
    static CreateStreamSessionConnectionJsonCodec json() {
        return CreateStreamSessionConnectionJsonCodec.INSTANCE;
    }

    /**
     * The codec for XML, as the responses of AWS restXml and awsQuery have it.
     *
     * @return the XML codec
     */
    static CreateStreamSessionConnectionXmlCodec xml() {
        return CreateStreamSessionConnectionXmlCodec.INSTANCE;
    }

    /**
     * The codec for query form, as the requests of AWS awsQuery have it.
     *
     * @return the query codec
     */
    static CreateStreamSessionConnectionQueryCodec query() {
        return CreateStreamSessionConnectionQueryCodec.INSTANCE;
    }

    /**
     * The media type of the format, without parameters.
     *
     * @return the value for a {@code Content-Type} header
     */
    String contentType();

    /**
     * Encodes an output.
     *
     * @param output the output
     * @return the payload
     * @throws CodecException if the format cannot carry the signal response; the message names the
     *     code point and its index
     */
    byte[] encode(CreateStreamSessionConnectionOutput output);

    /**
     * Encodes an output; as {@link #encode(CreateStreamSessionConnectionOutput)}.
     *
     * @param output the output
     * @return the payload
     * @throws CodecException if the format cannot carry the signal response
     */
    default String encodeToString(CreateStreamSessionConnectionOutput output) {
        return new String(encode(output), UTF_8);
    }

    /**
     * Encodes an error, its code included.
     *
     * @param error the error
     * @return the payload
     * @throws CodecException if the format cannot carry the message or the code; the exception's
     *     message names the code point and its index
     */
    byte[] encode(CreateStreamSessionConnectionError error);

    /**
     * Encodes an error; as {@link #encode(CreateStreamSessionConnectionError)}.
     *
     * @param error the error
     * @return the payload
     * @throws CodecException if the format cannot carry the message or the code
     */
    default String encodeToString(CreateStreamSessionConnectionError error) {
        return new String(encode(error), UTF_8);
    }

    /**
     * Decodes an output. Members that the shape does not have are skipped.
     *
     * @param payload the payload
     * @return the output; a member that the payload lacks, or has as null, is absent
     * @throws CodecException if the payload is malformed, or is no output
     */
    CreateStreamSessionConnectionOutput decodeOutput(byte[] payload);

    /**
     * Decodes an output; as {@link #decodeOutput(byte[])}.
     *
     * @param payload the payload
     * @return the output
     * @throws CodecException if the payload is malformed (a lone surrogate in it included), or is no
     *     output
     */
    CreateStreamSessionConnectionOutput decodeOutput(String payload);

    /**
     * Decodes an error whose code stands in the payload.
     *
     * @param payload the payload
     * @return the error: of the modelled type if the code is a modelled one
     * @throws CodecException if the payload is malformed, or has no code
     */
    default CreateStreamSessionConnectionError decodeError(byte[] payload) {
        return decodeError("", payload);
    }

    /**
     * Decodes an error whose code stands in the payload; as {@link #decodeError(byte[])}.
     *
     * @param payload the payload
     * @return the error
     * @throws CodecException if the payload is malformed (a lone surrogate in it included), or has no
     *     code
     */
    default CreateStreamSessionConnectionError decodeError(String payload) {
        return decodeError("", payload);
    }

    /**
     * Decodes an error whose code the caller knows, from a header say. It wins over any code in the
     * payload.
     *
     * @param code the code, which may still have a namespace before it and a URI after it, as in
     *     {@code com.amazonaws.gameliftstreams#ThrottlingException:http://internal/}; where nothing
     *     is left once it is cleaned of them, the payload's code counts
     * @param payload the payload
     * @return the error: of the modelled type if the code is a modelled one
     * @throws CodecException if the payload is malformed, or there is no code
     */
    CreateStreamSessionConnectionError decodeError(String code, byte[] payload);

    /**
     * Decodes an error whose code the caller knows; as {@link #decodeError(String, byte[])}.
     *
     * @param code the code
     * @param payload the payload
     * @return the error
     * @throws CodecException if the payload is malformed (a lone surrogate in it included), or there
     *     is no code
     */
    CreateStreamSessionConnectionError decodeError(String code, String payload);
}
