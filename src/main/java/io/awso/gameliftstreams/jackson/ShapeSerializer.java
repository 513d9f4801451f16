package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CodecException;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes a shape as the tree that a codec makes of it. */
final class ShapeSerializer<T> extends StdSerializer<T> {
    private final Function<T, ObjectNode> toTree;

    ShapeSerializer(Class<T> type, Function<T, ObjectNode> toTree) {
        super(type);
        this.toTree = toTree;
    }

    @Override
    public void serialize(T value, JsonGenerator generator, SerializationContext context) {
        ObjectNode tree = tree(value, generator);
        generator.writeStartObject();
        writeMembers(tree, generator, context);
        generator.writeEndObject();
    }

    @Override
    public void serializeWithType(
            T value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        ObjectNode tree = tree(value, generator);
        WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, JsonToken.START_OBJECT));
        writeMembers(tree, generator, context);
        types.writeTypeSuffix(generator, context, id);
    }

    private ObjectNode tree(T value, JsonGenerator generator) {
        try {
            return toTree.apply(value);
        } catch (CodecException e) {
            throw DatabindException.from(generator, e.getMessage());
        }
    }

    private static void writeMembers(ObjectNode tree, JsonGenerator generator, SerializationContext context) {
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            generator.writeName(member.getKey());
            member.getValue().serialize(generator, context);
        }
    }
}
