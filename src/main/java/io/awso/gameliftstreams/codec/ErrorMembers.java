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
    private final List<String> names;
    private final int codes;
    private final @Nullable String[] values;

    /**
     * Starts with no member, and with the code that the caller knows, if one is left of it once cleaned.
     *
     * @param names the names of members, those for the code before those for the message
     * @param codes how many of the names are for the code
     */
    ErrorMembers(String callerCode, List<String> names, int codes) {
        this.callerCode = clean(Objects.requireNonNull(callerCode, "code"));
        this.names = names;
        this.codes = codes;
        this.values = new String[names.size()];
    }

    /** The members that an error has on the wire, its code first, under the name that the format has for it. */
    static Map<String, String> withCode(String codeName, CreateStreamSessionConnectionError error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(codeName, error.code());
        members.putAll(error.members());
        return Collections.unmodifiableMap(members);
    }

    @Override
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    @Override
    public boolean put(int index, @Nullable String value) {
        values[index] = value == null || index >= codes ? value : clean(value);
        return true;
    }

    boolean hasCallerCode() {
        return callerCode != null;
    }

    /** The name of the member that the code comes from; null if no member holds one. */
    @Nullable
    String codeName() {
        int i = first(0, codes);
        return i < codes ? names.get(i) : null;
    }

    /** The message; null if no member holds one. */
    @Nullable
    String message() {
        int i = first(codes, values.length);
        return i < values.length ? values[i] : null;
    }

    /** The error; its code is the caller's if there is one, else the payload's, else it is refused. */
    CreateStreamSessionConnectionError toError(Format format, @Nullable String message) {
        int i = first(0, codes);
        String code = hasCallerCode() ? callerCode : i < codes ? values[i] : null;
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
        int start = 0;
        int end = 0;
        for (; end < code.length() && code.charAt(end) != ':' && code.charAt(end) != ','; end++) {
            if (code.charAt(end) == '#') {
                start = end + 1;
            }
        }
        String name = code.substring(start, end).strip();
        return name.isEmpty() ? null : name;
    }

    /** The index of the first member that holds a value, from a start on; the end if there is none. */
    private int first(int start, int end) {
        int i = start;
        while (i < end && values[i] == null) {
            i++;
        }
        return i;
    }
}
