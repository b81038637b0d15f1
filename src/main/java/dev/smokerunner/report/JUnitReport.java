package dev.smokerunner.report;

import static dev.smokerunner.report.XmlText.field;

import dev.smokerunner.result.SmokeResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * Tells a result to a CI server: a suite per environment, a case per check and page.
 *
 * <p>It fails what fails the run and nothing else: a finding that the gate lets pass is in the output of a passed case.
 */
public final class JUnitReport implements Report {

    @Override
    public String name() {
        return "junit";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of("junit.xml");
    }

    @Override
    public boolean readByPrograms() {
        return true;
    }

    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        writeAll(List.of(result), out);
    }

    /** Several results are several suites of one document. */
    @Override
    public void writeAll(List<SmokeResult> results, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            JUnitXml xml = new JUnitXml(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text));
            xml.start();
            for (SmokeResult result : results) {
                xml.suite(suiteName(result), result);
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException("the JUnit report could not be put together: " + e.getMessage(), e);
        }
        out.append(XmlText.document(text.toString()));
    }

    /** Jenkins takes what stands before the last dot for a package, and the rest for a class. */
    private static String suiteName(SmokeResult result) {
        return part(result.subject().name()) + "." + part(result.subject().environment());
    }

    private static String part(String name) {
        StringBuilder part = new StringBuilder();
        field(name)
                .codePoints()
                .limit(60)
                .map(character -> Character.isLetterOrDigit(character) || character == '-' ? character : '_')
                .forEach(part::appendCodePoint);
        return part.isEmpty() ? "_" : part.toString();
    }
}
