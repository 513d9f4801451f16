package io.awso.gameliftstreams.codec;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.DOMException;

/**
 * Writes members as elements with a caller's writer. A class of its own, because a class that catches an exception of
 * {@code java.xml} cannot be loaded without that module.
 */
final class StaxWriter {
    private StaxWriter() {}

    static void write(List<String> parents, Map<String, String> members, XMLStreamWriter writer) {
        try {
            for (String parent : parents) {
                writer.writeStartElement(parent);
            }
            for (Map.Entry<String, String> member : members.entrySet()) {
                writer.writeStartElement(member.getKey());
                writeText(member.getValue(), writer);
                writer.writeEndElement();
            }
            for (int i = 0; i < parents.size(); i++) {
                writer.writeEndElement();
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new CodecException("XML: the XMLStreamWriter failed");
        }
    }

    /** Writes text, with each CR as a character reference, because not every writer does that by itself. */
    private static void writeText(String text, XMLStreamWriter writer) throws XMLStreamException {
        String[] parts = text.split("\r", -1);
        writer.writeCharacters(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            try {
                writer.writeEntityRef("#xd");
            } catch (DOMException e) {
                // A writer that builds a DOM tree rejects this as a name. There, a plain CR is kept.
                writer.writeCharacters("\r");
            }
            writer.writeCharacters(parts[i]);
        }
    }
}
