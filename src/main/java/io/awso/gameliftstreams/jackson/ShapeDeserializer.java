package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.MemberReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.util.NameTransformer;

/** Reads a shape with a codec. */
final class ShapeDeserializer<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final boolean isXml;
    private final Function<MemberReader, ?> decode;
    private final MemberFilter filter;

    ShapeDeserializer(Class<T> type, boolean isXml, Function<MemberReader, ?> decode, MemberFilter filter) {
        super(type);
        this.type = type;
        this.isXml = isXml;
        this.decode = decode;
        this.filter = filter;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ShapeDeserializer<>(
                type,
                isXml,
                decode,
                MemberFilter.of(type, property, context, JsonIgnoreProperties.Value::findIgnoredForDeserialization));
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        Object value;
        try {
            value = decode.apply(new JacksonReader(parser, isXml, filter));
        } catch (CodecException e) {
            throw mismatch(e.getMessage());
        }
        if (value instanceof CreateStreamSessionConnectionError error && filter.leavesOut(MESSAGE)) {
            // The message may have come under one of its other names.
            value = CreateStreamSessionConnectionError.of(error.code(), null);
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

    /** Returns an exception without the parser, whose location may make Jackson quote the source. */
    private MismatchedInputException mismatch(@Nullable String message) {
        return MismatchedInputException.from((JsonParser) null, type, message);
    }
}
