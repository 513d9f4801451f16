package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reading of a payload by other means, written as plainly as the rules are. Empty is a refusal. Where
 * the library differs on purpose, or the other means are lossy, there is nothing to compare.
 */
interface Oracle {

    boolean comparesOutput(byte[] payload);

    Optional<CreateStreamSessionConnectionOutput> output(byte[] payload);

    boolean comparesError(byte[] payload);

    Optional<CreateStreamSessionConnectionError> error(String callerCode, byte[] payload);

    static boolean isUtf8(byte[] payload) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The error of the first code that is left once cleaned; empty if there is none. */
    static Optional<CreateStreamSessionConnectionError> error(String message, String... codes) {
        return Stream.of(codes)
                .filter(Objects::nonNull)
                .map(code -> code.split("[:,]", 2)[0])
                .map(code -> code.replaceFirst("(?s).*#", "").strip())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .map(code -> CreateStreamSessionConnectionError.of(code, message));
    }
}
