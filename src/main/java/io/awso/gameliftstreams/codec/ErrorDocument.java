package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an error document. {@link CreateStreamSessionConnectionCodec#readErrorDocument} reads one. White space
 * means space, tab, line feed and carriage return.
 *
 * @param code the error code, cleaned: it ends before the first {@code :} or {@code ,}, begins after the last {@code #}
 *     before that, and has no white space around it. Empty if the document has no code, if the cleaned code is not
 *     {@linkplain CreateStreamSessionConnectionError#isUsableCode usable}, or if the part before the {@code #} is a
 *     sentence ({@code See ticket #42})
 * @param message the message, unchanged; empty if there is none
 * @param requestId the request id, cleaned: it ends before the first {@code ,} and has no white space around it. Empty if
 *     the document has none, or if the cleaned id is not 1 to 256 visible ASCII characters
 */
public record ErrorDocument(Optional<String> code, Optional<String> message, Optional<String> requestId) {
    /** Creates a document. The code and the request id are cleaned. */
    public ErrorDocument {
        code = code.isPresent() ? Optional.ofNullable(cleanCode(code.get())) : code;
        Objects.requireNonNull(message, "message");
        requestId = requestId.isPresent() ? Optional.ofNullable(cleanRequestId(requestId.get())) : requestId;
    }

    /** Returns this document with the given code, cleaned, or this document unchanged if that code is not usable. */
    public ErrorDocument withCode(String code) {
        ErrorDocument document = new ErrorDocument(Optional.of(code), message, requestId);
        return document.code.isPresent() ? document : this;
    }

    /** Returns the code without namespace and URI (restJson1, "Operation error serialization"); null if not usable. */
    static @Nullable String cleanCode(String code) {
        if (CreateStreamSessionConnectionError.isUsableCode(code)) {
            return code; // A usable code needs no cleaning.
        }
        String qualified = before(':', before(',', code));
        int hash = qualified.lastIndexOf('#');
        String cleaned = strip(qualified.substring(hash + 1));
        boolean isUsable = CreateStreamSessionConnectionError.isUsableCode(cleaned)
                && !isSentence(qualified.substring(0, Math.max(hash, 0)));
        return isUsable ? cleaned : null;
    }

    /** Returns the request id without other ids that a header may list after it, or null if the rest is not usable. */
    static @Nullable String cleanRequestId(String requestId) {
        String cleaned = strip(before(',', requestId));
        boolean isUsable = !cleaned.isEmpty() && cleaned.length() <= 256;
        for (int i = 0; isUsable && i < cleaned.length(); i++) {
            isUsable = cleaned.charAt(i) > ' ' && cleaned.charAt(i) <= '~';
        }
        return isUsable ? cleaned : null;
    }

    /** Returns the part before the first separator, or the whole text if it has no separator. */
    private static String before(char separator, String text) {
        int end = text.indexOf(separator);
        return end < 0 ? text : text.substring(0, end);
    }

    /** Returns whether a text has white space between other characters. */
    static boolean isSentence(String text) {
        return new StringTokenizer(text, " \t\n\r").countTokens() > 1;
    }

    /** Returns a text without white space around it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && JsonScanner.isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && JsonScanner.isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns only the code, because the message and the request id may hold anything from the payload. */
    @Override
    public String toString() {
        return "ErrorDocument[code=" + code.orElse("(absent)") + "]";
    }
}
