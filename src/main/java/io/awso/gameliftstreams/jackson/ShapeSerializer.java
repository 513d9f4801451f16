package io.awso.gameliftstreams.jackson;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.awso.gameliftstreams.codec.CodecException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;

/** Writes a shape as members by name, as a codec would. A member is a string, or a map of members. */
final class ShapeSerializer<T> extends StdSerializer<T> {
    private final Function<? super T, Map<String, ?>> toMembers;
    private final MemberFilter filter;

    ShapeSerializer(Class<T> type, Function<? super T, Map<String, ?>> toMembers, MemberFilter filter) {
        super(type);
        this.toMembers = toMembers;
        this.filter = filter;
    }

    @Override
    @SuppressWarnings("unchecked")
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        Class<T> type = (Class<T>) handledType();
        return new ShapeSerializer<>(
                type,
                toMembers,
                MemberFilter.of(type, property, context, JsonIgnoreProperties.Value::findIgnoredForSerialization));
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        Map<String, ?> members = members(value, generator);
        generator.writeStartObject();
        writeMembers(members, generator, context);
        generator.writeEndObject();
    }

    @Override
    public void serializeWithType(
            T value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        Map<String, ?> members = members(value, generator);
        WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, JsonToken.START_OBJECT));
        writeMembers(members, generator, context);
        types.writeTypeSuffix(generator, context, id);
    }

    @Override
    public ValueSerializer<T> unwrappingSerializer(NameTransformer unwrapper) {
        throw DatabindException.from((JsonGenerator) null, handledType().getSimpleName() + " cannot be unwrapped");
    }

    private Map<String, ?> members(T value, JsonGenerator generator) {
        try {
            return toMembers.apply(value);
        } catch (CodecException e) {
            throw DatabindException.from(generator, e.getMessage());
        }
    }

    private void writeMembers(Map<String, ?> members, JsonGenerator generator, SerializationContext context) {
        boolean isXml = context.tokenStreamFactory().getFormatName().equals(GameLiftStreamsModule.XML);
        members.forEach((name, value) -> {
            if (filter.leavesOut(name)) {
                return;
            }
            generator.writeName(name);
            if (isXml) {
                XmlMembers.startElement(generator);
            }
            if (value instanceof Map<?, ?> below) {
                generator.writeStartObject();
                writeMembers(asMembers(below), generator, context);
                generator.writeEndObject();
            } else if (isXml) {
                XmlMembers.writeText(value.toString(), generator);
            } else {
                generator.writeString(value.toString());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> asMembers(Map<?, ?> members) {
        return (Map<String, ?>) members;
    }
}
