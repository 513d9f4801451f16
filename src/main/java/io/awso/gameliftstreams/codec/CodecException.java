package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.model.ControlCharacters;
import java.io.Serial;

/**
 * Thrown when a payload cannot be decoded or a value cannot be encoded.
 *
 * <p>The message names the format, what is wrong and where. It never quotes the payload or the value, which
 * may hold a secret. For the same reason there is no cause: a parser's own exception quotes what it read.
 */
public final class CodecException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Creates an exception. Control characters in the message are escaped. */
    public CodecException(String message) {
        super(ControlCharacters.escape(message));
    }
}
