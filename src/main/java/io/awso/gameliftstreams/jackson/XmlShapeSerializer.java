package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec.xml;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.TYPE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
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
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.TreeBuildingGenerator;
import tools.jackson.databind.ser.std.DelegatingSerializer;
import tools.jackson.databind.util.NameTransformer;
import tools.jackson.dataformat.xml.ser.ToXmlGenerator;

/**
 * Writes a shape in the XML codec's form, with the members that Jackson's own serializer would write.
 *
 * <p>This is the only class that uses {@code jackson-dataformat-xml}. Without that jar, the JVM cannot link it.
 */
final class XmlShapeSerializer extends DelegatingSerializer {
    XmlShapeSerializer(ValueSerializer<?> jackson) {
        super(jackson);
    }

    @Override
    protected ValueSerializer<Object> newDelegatingInstance(ValueSerializer<?> jackson) {
        return new XmlShapeSerializer(jackson);
    }

    @Override
    public ValueSerializer<Object> unwrappingSerializer(NameTransformer unwrapper) {
        throw failure("cannot be unwrapped");
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
        generator.writeStartObject(value);
        writeContent(value, generator, context);
        generator.writeEndObject();
    }

    @Override
    public void serializeWithType(
            Object value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, JsonToken.START_OBJECT));
        writeContent(value, generator, context);
        types.writeTypeSuffix(generator, context, id);
    }

    private void writeContent(Object value, JsonGenerator generator, SerializationContext context) {
        JsonNode members = members(value, context);
        try {
            if (value instanceof CreateStreamSessionConnectionError whole) {
                CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of(
                        whole.code(), members.path(MESSAGE).stringValue(null));
                xml().encode(error); // Throws if XML cannot carry the message.
                boolean hasCode = error.code().equals(members.path(TYPE).stringValue(null));
                writeName(CreateStreamSessionConnectionXmlCodec.ERROR, generator);
                generator.writeStartObject();
                (hasCode ? CreateStreamSessionConnectionXmlCodec.errorElements(error) : error.members())
                        .forEach((name, text) -> writeElement(name, text, generator));
                generator.writeEndObject();
            } else {
                CreateStreamSessionConnectionOutput output = new CreateStreamSessionConnectionOutput(
                        members.path(SIGNAL_RESPONSE).stringValueOpt());
                xml().encode(output); // Throws if XML cannot carry the signal response.
                output.members().forEach((name, text) -> writeElement(name, text, generator));
            }
        } catch (CodecException e) {
            throw DatabindException.from((JsonGenerator) null, e.getMessage());
        }
    }

    /** Returns the members that Jackson writes, by their names in JSON. */
    private JsonNode members(Object value, SerializationContext context) {
        TreeBuildingGenerator tree = TreeBuildingGenerator.forSerialization(context, JsonNodeFactory.instance);
        _delegatee.serialize(value, tree, context);
        JsonNode members = tree.treeBuilt();
        if (!members.isObject()) {
            throw failure("must be written as an object");
        }
        members.forEachEntry((name, member) -> {
            if (!member.isNull() && !(member.isString() && GameLiftStreamsModule.MEMBERS.contains(name))) {
                throw failure("must have no members but " + GameLiftStreamsModule.MEMBERS + ", as strings");
            }
        });
        return members;
    }

    private DatabindException failure(String problem) {
        return DatabindException.from(
                (JsonGenerator) null, "XML: " + handledType().getSimpleName() + " " + problem);
    }

    /** Writes a name, and overrides annotations that ask for an attribute or CDATA, because a CR would be lost there. */
    private static void writeName(String name, JsonGenerator generator) {
        generator.writeName(name);
        if (generator instanceof ToXmlGenerator xml) {
            xml.setNextIsAttribute(false);
            xml.setNextIsCData(false);
        }
    }

    /** Writes each CR in the text as a character reference, because not every StAX writer does that by itself. */
    private static void writeElement(String name, String text, JsonGenerator generator) {
        writeName(name, generator);
        if (!(generator instanceof ToXmlGenerator xml) || text.indexOf('\r') < 0) {
            generator.writeString(text);
            return;
        }
        xml.writeStartObject();
        try {
            XMLStreamWriter writer = xml.getStaxWriter();
            String[] parts = text.split("\r", -1);
            writer.writeCharacters(parts[0]);
            for (int i = 1; i < parts.length; i++) {
                writer.writeEntityRef("#xd");
                writer.writeCharacters(parts[i]);
            }
        } catch (XMLStreamException e) {
            throw DatabindException.from(generator, "the XMLStreamWriter failed");
        }
        xml.writeEndObject();
    }
}
