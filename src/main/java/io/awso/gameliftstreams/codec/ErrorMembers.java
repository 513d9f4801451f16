package io.awso.gameliftstreams.codec;

import org.jspecify.annotations.Nullable;

/** The error members of one object. If a member is given twice, its last usable value is used. */
final class ErrorMembers {
    private final ErrorNames names;
    private final @Nullable String[] values;

    ErrorMembers(ErrorNames names) {
        this.names = names;
        this.values = new String[names.values()];
    }

    /** Reads the value of the member whose name has the given index. */
    void read(int i, MemberReader reader) {
        String text = reader.readText();
        boolean isCode = i < names.codes();
        boolean isMessage = !isCode && i < names.codes() + names.messages();
        if (text != null && (isMessage || reader.kind() == MemberReader.Kind.STRING)) {
            String value = isCode ? ErrorDocument.cleanCode(text) : text;
            values[i] = value == null ? values[i] : value;
        }
    }

    @Nullable
    String code() {
        return first(0, names.codes());
    }

    @Nullable
    String message() {
        return first(names.codes(), names.codes() + names.messages());
    }

    @Nullable
    String requestId() {
        return first(names.codes() + names.messages(), values.length);
    }

    private @Nullable String first(int start, int end) {
        for (int i = start; i < end; i++) {
            if (values[i] != null) {
                return values[i];
            }
        }
        return null;
    }
}
