package io.awso.gameliftstreams.codec;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parameters that are already percent-decoded. A null name is skipped, and a null value is absent. */
final class ParameterReader implements MemberReader {
    private final Iterator<? extends Map.Entry<? extends @Nullable String, ? extends @Nullable String>> parameters;
    private @Nullable String value;

    ParameterReader(Map<? extends @Nullable String, ? extends @Nullable String> parameters) {
        this.parameters = parameters.entrySet().iterator();
    }

    @Override
    public @Nullable String nextName() {
        String name = null;
        while (name == null && parameters.hasNext()) {
            var parameter = parameters.next();
            name = parameter.getKey();
            value = parameter.getValue();
        }
        return name;
    }

    @Override
    public @Nullable String readText() {
        return value;
    }

    @Override
    public Kind kind() {
        return value == null ? Kind.NULL : Kind.STRING;
    }

    @Override
    public boolean enter() {
        return false;
    }

    @Override
    public void skip() {}

    @Override
    public CodecException error(String problem) {
        return new CodecException("query form: " + problem + " in the parameters");
    }
}
