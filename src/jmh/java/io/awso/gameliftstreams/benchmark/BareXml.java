package io.awso.gameliftstreams.benchmark;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The least code that gets the members out with a Woodstox cursor: no checks, no types. */
final class BareXml {
    private static final XMLInputFactory FACTORY = new WstxInputFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private BareXml() {}

    static String signalResponse(byte[] body) throws XMLStreamException {
        String value = null;
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("SignalResponse")) {
                value = reader.getElementText();
            }
        }
        reader.close();
        return value;
    }

    static String[] codeAndMessage(byte[] body) throws XMLStreamException {
        String code = null;
        String message = null;
        XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
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
