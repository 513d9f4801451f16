package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CodecException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.util.NameTransformer;

/** Reads a shape as a codec does. */
final class ShapeDeserializer<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Function<JsonParser, ?> decode;

    ShapeDeserializer(Class<T> type, Function<JsonParser, ?> decode) {
        super(type);
        this.type = type;
        this.decode = decode;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        Object value;
        try {
            value = decode.apply(parser);
        } catch (CodecException e) {
            throw mismatch(e.getMessage());
        }
        if (!type.isInstance(value)) {
            throw mismatch("expected " + type.getSimpleName() + ", found another error");
        }
        return type.cast(value);
    }

    @Override
    public ValueDeserializer<T> unwrappingDeserializer(DeserializationContext context, NameTransformer unwrapper) {
        throw mismatch(type.getSimpleName() + " cannot be unwrapped");
    }

    /** Without the parser, for Jackson would quote the source at its location if the mapper says so. */
    private MismatchedInputException mismatch(@Nullable String message) {
        return MismatchedInputException.from((JsonParser) null, type, message);
    }
}
