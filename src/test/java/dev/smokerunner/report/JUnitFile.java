package dev.smokerunner.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A JUnit file as a strict reader sees it. */
final class JUnitFile {
    /** What Jenkins takes, and the narrower form that all readers take. */
    private static final List<Schema> SCHEMAS = List.of(schema("/jenkins-schema/junit-4.xsd"), schema("junit.xsd"));

    private final Document document;

    /** Parses without any DTD and validates. */
    JUnitFile(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            for (Schema schema : SCHEMAS) {
                schema.newValidator().validate(new DOMSource(document));
            }
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e.getMessage() + " in\n" + xml, e);
        }
    }

    Element suite() {
        return elements("testsuite").get(0);
    }

    List<String> suites() {
        return elements("testsuite").stream()
                .map(suite -> suite.getAttribute("name"))
                .toList();
    }

    /** Each case as {@code name} and what is in it, e.g. {@code asset-status /: failure}. */
    List<String> cases() {
        return elements("testcase").stream()
                .map(element -> element.getAttribute("name") + ":" + children(element))
                .toList();
    }

    List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagNameNS(XMLConstants.NULL_NS_URI, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Schema schema(String name) {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(JUnitFile.class.getResource(name));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    private static String children(Element element) {
        StringBuilder names = new StringBuilder();
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                names.append(' ').append(child.getTagName());
            }
        }
        return names.toString();
    }
}
