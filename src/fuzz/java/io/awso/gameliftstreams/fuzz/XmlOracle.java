package io.awso.gameliftstreams.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** XML by the JDK's DOM parser. */
final class XmlOracle implements Oracle {

    /**
     * A colon in the target of a processing instruction, or at the beginning of an attribute's name: both
     * forbidden by Namespaces in XML, sections 7 and 4.
     */
    private static final Pattern MISPLACED_COLON = Pattern.compile("<\\?[^\\s?]*:|\\s:");

    private static final Pattern OTHER_THAN_XML_1_0_IN_UTF_8 = Pattern.compile(
            "version\\s*=\\s*['\"](?!1\\.0['\"])|encoding\\s*=\\s*['\"](?!utf-8['\"])", Pattern.CASE_INSENSITIVE);

    /** The parsers know different encodings and parts of XML 1.1, and one of them forgets those colons. */
    @Override
    public boolean comparesOutput(byte[] payload) {
        String text = new String(payload, ISO_8859_1);
        return Oracle.isUtf8(payload)
                && !OTHER_THAN_XML_1_0_IN_UTF_8.matcher(text).find()
                && text.indexOf('\0') < 0
                && !MISPLACED_COLON.matcher(text).find();
    }

    @Override
    public boolean comparesError(byte[] payload) {
        return comparesOutput(payload);
    }

    @Override
    public Optional<CreateStreamSessionConnectionOutput> output(byte[] payload) {
        return root(payload)
                .filter(root -> !isNamed(root, "ErrorResponse") && !isNamed(root, "Error"))
                .flatMap(root -> {
                    List<Element> members = new ArrayList<>();
                    for (Element child : children(root)) {
                        if (isNamed(child, "SignalResponse")) {
                            members.add(child);
                        } else if (isNamed(child, "CreateStreamSessionConnectionResult")) {
                            children(child).stream()
                                    .filter(member -> isNamed(member, "SignalResponse"))
                                    .forEach(members::add);
                        }
                    }
                    return members.size() > 1 || hasElements(members)
                            ? Optional.empty()
                            : Optional.of(new CreateStreamSessionConnectionOutput(Optional.ofNullable(last(members))));
                });
    }

    @Override
    public Optional<CreateStreamSessionConnectionError> error(String callerCode, byte[] payload) {
        return root(payload).flatMap(root -> {
            List<Element> elements = new ArrayList<>();
            if (isNamed(root, "ErrorResponse")) {
                for (Element child : children(root)) {
                    if (isNamed(child, "Error")) {
                        elements.addAll(children(child));
                    } else if (!callerCode.isEmpty()) {
                        elements.add(child);
                    }
                }
            } else if (isNamed(root, "Error") || !callerCode.isEmpty()) {
                elements.addAll(children(root));
            } else {
                return Optional.empty();
            }
            List<Element> codes = named(elements, "Code");
            List<Element> messages = named(elements, "Message");
            List<Element> others = named(elements, "message");
            if (hasElements(codes) || hasElements(messages) || hasElements(others)) {
                return Optional.empty();
            }
            String message = last(messages);
            return Oracle.error(message == null ? last(others) : message, callerCode, last(codes));
        });
    }

    private static Optional<Element> root(byte[] payload) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            // The JDK's limit on names counts in the URIs of namespaces.
            factory.setAttribute("jdk.xml.maxXMLNameLimit", "100000");
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(payload)).getDocumentElement());
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<Element> named(List<Element> elements, String name) {
        return elements.stream().filter(element -> isNamed(element, name)).toList();
    }

    private static boolean isNamed(Element element, String name) {
        return element.getLocalName().equals(name);
    }

    private static boolean hasElements(List<Element> members) {
        return members.stream().anyMatch(member -> !children(member).isEmpty());
    }

    private static String last(List<Element> members) {
        if (members.isEmpty()) {
            return null;
        }
        Element member = members.get(members.size() - 1);
        String nil = member.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil");
        return nil.equals("true") ? null : member.getTextContent();
    }
}
