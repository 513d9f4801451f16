package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec.json;
import static io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec.xml;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.util.NameTransformer;

/** Reads a shape with a codec. */
final class ShapeDeserializer extends StdDeserializer<Object> {
    private final Set<String> leftOut;

    ShapeDeserializer(Class<?> type, Set<String> leftOut) {
        super(type);
        this.leftOut = leftOut;
    }

    /** Leaves out the members that annotations on the property or the type, or the mapper's overrides, leave out. */
    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        DeserializationConfig config = context.getConfig();
        AnnotatedClass type = context.introspectClassAnnotations(handledType());
        Set<String> names = leftOut(
                config.getDefaultPropertyIgnorals(handledType(), type),
                config.getDefaultPropertyInclusions(handledType(), type));
        var member = property == null ? null : property.getMember();
        if (member != null) {
            var annotations = config.getAnnotationIntrospector();
            names.addAll(leftOut(
                    annotations.findPropertyIgnoralByName(config, member),
                    annotations.findPropertyInclusionByName(config, member)));
        }
        return new ShapeDeserializer(handledType(), names);
    }

    private static Set<String> leftOut(JsonIgnoreProperties.Value ignoral, JsonIncludeProperties.Value inclusion) {
        Set<String> names = new HashSet<>();
        Set<String> included = inclusion.getIncluded();
        if (included != null) {
            names.addAll(GameLiftStreamsModule.MEMBERS);
            names.removeAll(included);
        }
        names.addAll(ignoral.findIgnoredForDeserialization());
        return names;
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
        Object value = decode(parser, context.tokenStreamFactory().getFormatName());
        if (!handledType().isInstance(value)) {
            throw mismatch("expected " + handledType().getSimpleName() + ", found another error");
        }
        // A message that is left out may have come under one of its other names.
        return value instanceof CreateStreamSessionConnectionError error && leftOut.contains(MESSAGE)
                ? CreateStreamSessionConnectionError.of(error.code(), null)
                : value;
    }

    private Object decode(JsonParser parser, String format) {
        boolean isXml = format.equals(GameLiftStreamsModule.XML);
        try {
            JacksonReader reader = new JacksonReader(parser, format, leftOut);
            if (handledType() == CreateStreamSessionConnectionOutput.class) {
                return isXml ? xml().decodeOutput(reader) : json().decodeOutput(reader);
            }
            return isXml ? xml().decodeError(reader) : json().decodeError(reader);
        } catch (CodecException e) {
            throw mismatch(e.getMessage());
        }
    }

    @Override
    public ValueDeserializer<Object> unwrappingDeserializer(DeserializationContext context, NameTransformer unwrapper) {
        throw mismatch(handledType().getSimpleName() + " cannot be unwrapped");
    }

    /** Returns an exception without the parser, whose location may make Jackson quote the source. */
    private MismatchedInputException mismatch(@Nullable String message) {
        return MismatchedInputException.from((JsonParser) null, handledType(), message);
    }
}
