package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.TYPE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import io.awso.gameliftstreams.codec.CodecException;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;
import tools.jackson.databind.util.TokenBuffer;
import tools.jackson.dataformat.xml.ser.ToXmlGenerator;

/**
 * Writes a shape as XML in the form of the XML codec. Jackson's own serializer decides which members are written, so that
 * annotations, views and filters apply.
 *
 * <p>This is the only class that uses {@code jackson-dataformat-xml}. Without that jar, the JVM cannot link it.
 */
final class XmlShapeSerializer extends StdSerializer<Object> {
    private static final CreateStreamSessionConnectionXmlCodec CODEC = CreateStreamSessionConnectionCodec.xml();

    private final ValueSerializer<Object> jackson;

    XmlShapeSerializer(ValueSerializer<Object> jackson) {
        super(jackson.handledType());
        this.jackson = jackson;
    }

    @Override
    public void resolve(SerializationContext context) {
        jackson.resolve(context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        return new XmlShapeSerializer((ValueSerializer<Object>) jackson.createContextual(context, property));
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
        Map<String, ?> elements = elements(value, context);
        generator.writeStartObject(value);
        writeElements(elements, generator);
        generator.writeEndObject();
    }

    @Override
    public void serializeWithType(
            Object value, JsonGenerator generator, SerializationContext context, TypeSerializer types) {
        Map<String, ?> elements = elements(value, context);
        WritableTypeId id = types.writeTypePrefix(generator, context, types.typeId(value, JsonToken.START_OBJECT));
        writeElements(elements, generator);
        types.writeTypeSuffix(generator, context, id);
    }

    @Override
    public ValueSerializer<Object> unwrappingSerializer(NameTransformer unwrapper) {
        throw failure("cannot be unwrapped");
    }

    @Override
    public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type) {
        jackson.acceptJsonFormatVisitor(visitor, type);
    }

    /** Returns the child elements that the codec writes for the members that Jackson writes. */
    private Map<String, ?> elements(Object value, SerializationContext context) {
        Map<String, String> members = members(value, context);
        try {
            if (value instanceof CreateStreamSessionConnectionError error) {
                return Map.of(CreateStreamSessionConnectionXmlCodec.ERROR, errorElements(error.code(), members));
            }
            CreateStreamSessionConnectionOutput output =
                    new CreateStreamSessionConnectionOutput(Optional.ofNullable(members.get(SIGNAL_RESPONSE)));
            CODEC.encode(output); // Throws if XML cannot carry the signal response.
            return output.members();
        } catch (CodecException e) {
            throw DatabindException.from((JsonGenerator) null, e.getMessage());
        }
    }

    private static Map<String, String> errorElements(String code, Map<String, String> members) {
        CreateStreamSessionConnectionError error = CreateStreamSessionConnectionError.of(code, members.get(MESSAGE));
        CODEC.encode(error); // Throws if XML cannot carry the message.
        Map<String, String> elements = new LinkedHashMap<>(CreateStreamSessionConnectionXmlCodec.errorElements(error));
        if (!code.equals(members.get(TYPE))) {
            elements.keySet().retainAll(Set.of(MESSAGE));
        }
        return elements;
    }

    /** Returns the members that Jackson writes, by their names in JSON. */
    private Map<String, String> members(Object value, SerializationContext context) {
        Map<String, String> members = new HashMap<>();
        try (TokenBuffer buffer = context.bufferForValueConversion()) {
            jackson.serialize(value, buffer, context);
            JsonParser written = buffer.asParserOnFirstToken(ObjectReadContext.empty());
            if (written.currentToken() != JsonToken.START_OBJECT) {
                throw failure("must be written as an object");
            }
            for (String name = written.nextName(); name != null; name = written.nextName()) {
                JsonToken token = written.nextToken();
                if (token == JsonToken.VALUE_STRING && GameLiftStreamsModule.MEMBERS.contains(name)) {
                    members.put(name, written.getString());
                } else if (token != JsonToken.VALUE_NULL) {
                    throw failure("must have no members but " + GameLiftStreamsModule.MEMBERS + ", as strings");
                }
            }
        }
        return members;
    }

    private DatabindException failure(String problem) {
        return DatabindException.from(
                (JsonGenerator) null, "XML: " + handledType().getSimpleName() + " " + problem);
    }

    @SuppressWarnings("unchecked")
    private static void writeElements(Map<String, ?> elements, JsonGenerator generator) {
        elements.forEach((name, content) -> {
            generator.writeName(name);
            if (generator instanceof ToXmlGenerator xml) {
                // Overrides annotations that ask for an attribute or CDATA, because a CR would be lost there.
                xml.setNextIsAttribute(false);
                xml.setNextIsCData(false);
            }
            if (content instanceof Map<?, ?> children) {
                generator.writeStartObject();
                writeElements((Map<String, ?>) children, generator);
                generator.writeEndObject();
            } else {
                writeText(content.toString(), generator);
            }
        });
    }

    /** Writes text, with each CR as a character reference, because not every StAX writer does that by itself. */
    private static void writeText(String text, JsonGenerator generator) {
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
