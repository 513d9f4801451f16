package io.awso.gameliftstreams.codec;

import java.io.Serial;

/**
 * A payload that is not what it should be, or a value that the format cannot carry.
 *
 * <p>The message says which format it is about, what was expected, what kind of thing was found and
 * where. It never shows the payload or the value, for they may hold a secret; so there is no cause
 * either: a parser's own exception quotes what it read.
 */
public final class CodecException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    CodecException(String message) {
        super(message);
    }
}
