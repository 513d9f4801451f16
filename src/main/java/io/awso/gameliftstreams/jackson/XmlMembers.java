package io.awso.gameliftstreams.jackson;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.dataformat.xml.ser.ToXmlGenerator;

/**
 * Writes shapes as XML, in the form of the XML codec. This is the only class that uses {@code jackson-dataformat-xml}.
 * Without that jar, the JVM cannot verify a class that uses its types.
 */
final class XmlMembers {
    private static final XMLInputFactory FACTORY = factory();

    private XmlMembers() {}

    /** Creates the factory without the JDK's limits on character references, because it reads only what a codec wrote. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    /** Returns the root's child elements by name. A value is a string, or a map of child elements. */
    static Map<String, ?> of(String document) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(document));
            reader.nextTag();
            reader.next();
            return children(reader);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the XML codec wrote malformed XML");
        }
    }

    private static Map<String, Object> children(XMLStreamReader reader) throws XMLStreamException {
        Map<String, Object> children = new LinkedHashMap<>();
        for (; reader.getEventType() == XMLStreamConstants.START_ELEMENT; reader.next()) {
            String name = reader.getLocalName();
            children.put(name, reader.next() == XMLStreamConstants.START_ELEMENT ? children(reader) : text(reader));
        }
        return children;
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (; reader.getEventType() != XMLStreamConstants.END_ELEMENT; reader.next()) {
            text.append(reader.getText());
        }
        return text.toString();
    }

    /** Overrides annotations that ask for an attribute or CDATA, because a CR would be lost there. */
    static void startElement(JsonGenerator generator) {
        if (generator instanceof ToXmlGenerator xml) {
            xml.setNextIsAttribute(false);
            xml.setNextIsCData(false);
        }
    }

    /** Writes text, with each CR as a character reference, because not every StAX writer does that by itself. */
    static void writeText(String text, JsonGenerator generator) {
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
