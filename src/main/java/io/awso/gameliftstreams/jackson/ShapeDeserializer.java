package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.codec.MemberReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.util.NameTransformer;

/** Reads a shape with a codec. */
final class ShapeDeserializer extends StdDeserializer<Object> {
    private final String format;
    private final Set<String> leftOut;

    ShapeDeserializer(Class<?> type, String format, Set<String> leftOut) {
        super(type);
        this.format = format;
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
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member != null) {
            AnnotationIntrospector annotations = config.getAnnotationIntrospector();
            names.addAll(leftOut(
                    annotations.findPropertyIgnoralByName(config, member),
                    annotations.findPropertyInclusionByName(config, member)));
        }
        return new ShapeDeserializer(handledType(), format, names);
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
        Object value;
        try {
            value = decode(new JacksonReader(parser, format, leftOut));
        } catch (CodecException e) {
            throw mismatch(e.getMessage());
        }
        if (value instanceof CreateStreamSessionConnectionError error && leftOut.contains(MESSAGE)) {
            // The message may have come under one of its other names.
            value = CreateStreamSessionConnectionError.of(error.code(), null);
        }
        if (!handledType().isInstance(value)) {
            throw mismatch("expected " + handledType().getSimpleName() + ", found another error");
        }
        return value;
    }

    private Object decode(MemberReader reader) {
        boolean isOutput = handledType() == CreateStreamSessionConnectionOutput.class;
        if (format.equals(GameLiftStreamsModule.XML)) {
            CreateStreamSessionConnectionXmlCodec xml = CreateStreamSessionConnectionCodec.xml();
            return isOutput ? xml.decodeOutput(reader) : xml.decodeError(reader);
        }
        CreateStreamSessionConnectionJsonCodec json = CreateStreamSessionConnectionCodec.json();
        return isOutput ? json.decodeOutput(reader) : json.decodeError(reader);
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
