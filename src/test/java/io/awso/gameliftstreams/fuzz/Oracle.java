package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.codec.ErrorDocument;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/**
 * Reads payloads of one format by the rules of {@code docs/wire-formats.md}, without the library's own readers.
 * Payloads that the oracle's parser is known to read differently from the library are not compared.
 */
public interface Oracle {

    /** Returns the output that a payload holds; empty if the payload must be rejected. */
    Optional<CreateStreamSessionConnectionOutput> output(byte[] payload);

    /** Returns what a payload says about an error. */
    ErrorDocument errorDocument(byte[] payload);

    /** Returns whether the results can be compared with the library's. */
    default boolean compares(byte[] payload) {
        return true;
    }

    /** Returns whether the result of {@link #errorDocument} can be compared, too. */
    default boolean comparesError(byte[] payload) {
        return true;
    }

    static boolean isUtf8(byte[] payload) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns the output with a signal response (null if absent), or empty if it is absent from an error document. */
    static Optional<CreateStreamSessionConnectionOutput> output(String signalResponse, boolean isError) {
        return signalResponse == null && isError
                ? Optional.empty()
                : Optional.of(new CreateStreamSessionConnectionOutput(Optional.ofNullable(signalResponse)));
    }
}
