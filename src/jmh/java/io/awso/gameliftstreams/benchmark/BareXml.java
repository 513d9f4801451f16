package io.awso.gameliftstreams.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least code that reads the members with a StAX cursor, the JDK's or Woodstox's: no checks, no types. */
final class BareXml {
    static final XMLInputFactory JDK = withoutDoctype(XMLInputFactory.newDefaultFactory());
    static final XMLInputFactory WOODSTOX = withoutDoctype(new WstxInputFactory());

    private BareXml() {}

    private static XMLInputFactory withoutDoctype(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    static String signalResponse(XMLInputFactory factory, byte[] body) throws XMLStreamException {
        String value = null;
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("SignalResponse")) {
                value = reader.getElementText();
            }
        }
        reader.close();
        return value;
    }

    static String[] codeAndMessage(XMLInputFactory factory, byte[] body) throws XMLStreamException {
        String code = null;
        String message = null;
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "Code" -> code = reader.getElementText();
                    case "Message" -> message = reader.getElementText();
                    default -> {}
                }
            }
        }
        reader.close();
        return new String[] {code, message};
    }
}
