package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.MemberReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
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
final class ShapeDeserializer<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final String format;
    private final Function<MemberReader, ?> decode;
    private final Set<String> leftOut;

    ShapeDeserializer(Class<T> type, String format, Function<MemberReader, ?> decode, Set<String> leftOut) {
        super(type);
        this.type = type;
        this.format = format;
        this.decode = decode;
        this.leftOut = leftOut;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return new ShapeDeserializer<>(type, format, decode, leftOut(context, property));
    }

    /**
     * Returns the members that {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties} leaves out, on a property,
     * on a type, or as the mapper's default for a type.
     */
    private Set<String> leftOut(DeserializationContext context, @Nullable BeanProperty property) {
        DeserializationConfig config = context.getConfig();
        AnnotatedClass shape = context.introspectClassAnnotations(type);
        Set<String> leftOut = new HashSet<>();
        add(config.getDefaultPropertyIgnorals(type, shape), leftOut);
        add(config.getDefaultPropertyInclusions(type, shape), leftOut);
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member != null) {
            AnnotationIntrospector annotations = config.getAnnotationIntrospector();
            add(annotations.findPropertyIgnoralByName(config, member), leftOut);
            add(annotations.findPropertyInclusionByName(config, member), leftOut);
        }
        return leftOut;
    }

    private static void add(JsonIgnoreProperties.@Nullable Value ignoral, Set<String> leftOut) {
        if (ignoral != null) {
            leftOut.addAll(ignoral.findIgnoredForDeserialization());
        }
    }

    private static void add(JsonIncludeProperties.@Nullable Value inclusion, Set<String> leftOut) {
        if (inclusion != null && inclusion.getIncluded() != null) {
            GameLiftStreamsModule.MEMBERS.stream()
                    .filter(name -> !inclusion.getIncluded().contains(name))
                    .forEach(leftOut::add);
        }
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        Object value;
        try {
            value = decode.apply(new JacksonReader(parser, format, leftOut));
        } catch (CodecException e) {
            throw mismatch(e.getMessage());
        }
        if (value instanceof CreateStreamSessionConnectionError error && leftOut.contains(MESSAGE)) {
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
