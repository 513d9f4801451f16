package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an error document. {@link CreateStreamSessionConnectionCodec#readErrorDocument} reads one.
 *
 * @param code the error code, cleaned: it ends before the first {@code :} or {@code ,}, begins after the last {@code #}
 *     before that, and has no white space around it. Empty if the document has no code, or if the cleaned code is not
 *     {@linkplain CreateStreamSessionConnectionError#isUsableCode usable}
 * @param message the message, unchanged; empty if there is none
 * @param requestId the request id, unchanged; empty if there is none
 */
public record ErrorDocument(Optional<String> code, Optional<String> message, Optional<String> requestId) {

    /**
     * Creates a document. The code is cleaned.
     *
     * @throws NullPointerException if an argument is null
     */
    public ErrorDocument {
        code = code.isPresent() ? Optional.ofNullable(cleanCode(code.get())) : code;
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(requestId, "requestId");
    }

    /**
     * Returns this document with the given code, cleaned, or this document unchanged if that code is not usable.
     *
     * @throws NullPointerException if the code is null
     */
    public ErrorDocument withCode(String code) {
        ErrorDocument document = new ErrorDocument(Optional.of(code), message, requestId);
        return document.code.isPresent() ? document : this;
    }

    /**
     * Returns the code without namespace and URI, or null if the rest is not usable (Smithy, AWS restJson1,
     * "Operation error serialization").
     */
    static @Nullable String cleanCode(String code) {
        if (CreateStreamSessionConnectionError.isUsableCode(code)) {
            return code; // A usable code needs no cleaning.
        }
        int end = 0;
        while (end < code.length() && code.charAt(end) != ':' && code.charAt(end) != ',') {
            end++;
        }
        int start = code.lastIndexOf('#', end) + 1;
        while (start < end && JsonScanner.isWhiteSpace(code.charAt(start))) {
            start++;
        }
        while (start < end && JsonScanner.isWhiteSpace(code.charAt(end - 1))) {
            end--;
        }
        String cleaned = code.substring(start, end);
        return CreateStreamSessionConnectionError.isUsableCode(cleaned) ? cleaned : null;
    }

    /** Returns only the code, because the message and the request id may hold anything from the payload. */
    @Override
    public String toString() {
        return "ErrorDocument[code=" + (code.isPresent() ? code.get() : "(absent)") + "]";
    }
}
