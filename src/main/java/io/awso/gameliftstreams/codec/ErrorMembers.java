package io.awso.gameliftstreams.codec;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The members that identify and describe an error. A format may have several names for the code and
 * for the message; of those that hold one, the first in the format's order counts. A member that is
 * given twice counts as it was given last, as in Jackson's tree model: on the error path an answer is
 * worth more than strictness.
 */
final class ErrorMembers implements Members {
    private final @Nullable String callerCode;
    private final List<String> codeNames;
    private final List<String> messageNames;
    private final @Nullable String[] codes;
    private final @Nullable String[] messages;

    /** Starts with no member, and with the code that the caller knows, if one is left of it once cleaned. */
    ErrorMembers(String callerCode, List<String> codeNames, List<String> messageNames) {
        this.callerCode = clean(Objects.requireNonNull(callerCode, "code"));
        this.codeNames = codeNames;
        this.messageNames = messageNames;
        this.codes = new String[codeNames.size()];
        this.messages = new String[messageNames.size()];
    }

    /** The members that an error has on the wire, its code first, under the name that the format has for it. */
    static Map<String, String> withCode(String codeName, CreateStreamSessionConnectionError error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(codeName, error.code());
        members.putAll(error.members());
        return Collections.unmodifiableMap(members);
    }

    @Override
    public boolean has(String name) {
        return codeNames.contains(name) || messageNames.contains(name);
    }

    @Override
    public boolean put(String name, @Nullable String value) {
        int code = codeNames.indexOf(name);
        if (code >= 0) {
            codes[code] = value == null ? null : clean(value);
        } else {
            messages[messageNames.indexOf(name)] = value;
        }
        return true;
    }

    boolean hasCallerCode() {
        return callerCode != null;
    }

    /** The name of the member that the code comes from; null if no member holds one. */
    @Nullable
    String codeName() {
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] != null) {
                return codeNames.get(i);
            }
        }
        return null;
    }

    /** The message; null if no member holds one. */
    @Nullable
    String message() {
        return first(messages);
    }

    /** The error; its code is the caller's if there is one, else the payload's, else it is refused. */
    CreateStreamSessionConnectionError toError(Format format, @Nullable String message) {
        String code = hasCallerCode() ? callerCode : first(codes);
        if (code == null) {
            throw format.refusal("an error code", "none", "in the payload");
        }
        return CreateStreamSessionConnectionError.of(code, message);
    }

    /**
     * What remains of a code without namespace and URI (Smithy, AWS restJson1, "Operation error
     * serialization"); null if nothing does.
     */
    private static @Nullable String clean(String code) {
        int end = 0;
        while (end < code.length() && code.charAt(end) != ':' && code.charAt(end) != ',') {
            end++;
        }
        String name = code.substring(0, end);
        name = name.substring(name.lastIndexOf('#') + 1).strip();
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String first(@Nullable String[] values) {
        for (String value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
