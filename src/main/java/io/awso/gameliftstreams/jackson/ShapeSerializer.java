package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CodecException;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;
import tools.jackson.dataformat.xml.XmlFactory;
import tools.jackson.dataformat.xml.ser.ToXmlGenerator;

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

    @Override
    public ValueSerializer<T> unwrappingSerializer(NameTransformer unwrapper) {
        throw DatabindException.from((JsonGenerator) null, handledType().getSimpleName() + " cannot be unwrapped");
    }

    private ObjectNode tree(T value, JsonGenerator generator) {
        try {
            return toTree.apply(value);
        } catch (CodecException e) {
            throw DatabindException.from(generator, e.getMessage());
        }
    }

    private static void writeMembers(ObjectNode tree, JsonGenerator generator, SerializationContext context) {
        // The name first: where there is no XML, its classes need not be there.
        boolean xml = context.tokenStreamFactory().getFormatName().equals(XmlFactory.FORMAT_NAME_XML)
                && generator instanceof ToXmlGenerator;
        for (Map.Entry<String, JsonNode> member : tree.properties()) {
            generator.writeName(member.getKey());
            if (xml) {
                writeElement(member.getValue(), generator, context);
            } else {
                member.getValue().serialize(generator, context);
            }
        }
    }

    /** Attributes and CDATA may be asked for by a property, and cannot carry a CR; nor does every writer escape one. */
    private static void writeElement(JsonNode value, JsonGenerator generator, SerializationContext context) {
        ToXmlGenerator xml = (ToXmlGenerator) generator;
        xml.setNextIsAttribute(false);
        xml.setNextIsCData(false);
        if (value instanceof ObjectNode members) {
            generator.writeStartObject();
            writeMembers(members, generator, context);
            generator.writeEndObject();
            return;
        }
        String[] parts = value.stringValue().split("\r", -1);
        if (parts.length == 1) {
            generator.writeString(parts[0]);
            return;
        }
        generator.writeStartObject();
        try {
            XMLStreamWriter writer = xml.getStaxWriter();
            writer.writeCharacters(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                writer.writeEntityRef("#xd");
                writer.writeCharacters(parts[i]);
            }
        } catch (XMLStreamException e) {
            throw DatabindException.from(generator, "the XMLStreamWriter failed");
        }
        generator.writeEndObject();
    }
}
