package dev.smokerunner.report;

import static dev.smokerunner.report.XmlText.field;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The elements of a JUnit report, in the subset that all its readers understand. */
final class JUnitXml {
    /** As Ant's writer had it: UTC, without a zone, which some readers reject. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;

    JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    void start() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine("");
        xml.writeStartElement("testsuites");
    }

    void end() throws XMLStreamException {
        newLine("");
        xml.writeEndElement();
        newLine("");
        xml.writeEndDocument();
        xml.close();
    }

    void suite(String name, SmokeResult result) throws XMLStreamException {
        List<TestCase> cases = TestCase.of(result);
        newLine("  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count(cases, shown -> !shown.failing().isEmpty()));
        xml.writeAttribute("errors", count(cases, shown -> shown.error().isPresent()));
        xml.writeAttribute("skipped", count(cases, shown -> shown.skipped().isPresent()));
        xml.writeAttribute("time", seconds(result.duration()));
        xml.writeAttribute("timestamp", TIMESTAMP.format(result.startedAt()));
        properties(result);
        for (TestCase shown : cases) {
            testcase(name, shown);
        }
        newLine("  ");
        xml.writeEndElement();
    }

    private void properties(SmokeResult result) throws XMLStreamException {
        newLine("    ");
        xml.writeStartElement("properties");
        property("target", result.subject().target());
        property("audience", result.subject().audience().word());
        property("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        property("version", result.version());
        if (result.subject().owner().isPresent()) {
            property("owner", result.subject().owner().get());
        }
        if (result.subject().runbook().isPresent()) {
            property("runbook", result.subject().runbook().get());
        }
        if (result.release().isPresent()) {
            property("release", Wording.release(result.release().get()));
        }
        newLine("    ");
        xml.writeEndElement();
    }

    private void property(String name, String value) throws XMLStreamException {
        newLine("      ");
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", field(value));
    }

    private void testcase(String suite, TestCase shown) throws XMLStreamException {
        newLine("    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", shown.name());
        xml.writeAttribute("time", seconds(shown.time()));
        if (!shown.failing().isEmpty()) {
            trouble("failure", shown.type(), message(shown.failing()), text(shown.failing()));
        } else if (shown.error().isPresent()) {
            String reason = field(shown.error().get());
            trouble("error", "inconclusive", reason, "nothing was proven: " + reason);
        } else if (shown.skipped().isPresent()) {
            newLine("      ");
            // As text: Jenkins reads the attribute "message" as well, but its schema does not know it.
            xml.writeStartElement("skipped");
            xml.writeCharacters(field(shown.skipped().get()));
            xml.writeEndElement();
        }
        if (!shown.notes().isEmpty()) {
            output("does not fail the run:\n\n" + text(shown.notes()));
        }
        newLine("    ");
        xml.writeEndElement();
    }

    private void output(String text) throws XMLStreamException {
        newLine("      ");
        xml.writeStartElement("system-out");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void trouble(String element, String type, String message, String text) throws XMLStreamException {
        newLine("      ");
        xml.writeStartElement(element);
        xml.writeAttribute("message", message);
        xml.writeAttribute("type", field(type));
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String message(List<Finding> findings) {
        Finding worst = findings.get(0);
        String more = findings.size() == 1 ? "" : " (and " + Wording.count(findings.size() - 1L, "more finding") + ")";
        return field(worst.subject()) + ": " + field(worst.message()) + more;
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(FindingText::of).collect(Collectors.joining("\n"));
    }

    private static String count(List<TestCase> cases, Predicate<TestCase> which) {
        return Long.toString(cases.stream().filter(which).count());
    }

    /** With a dot, whatever the locale: Jenkins drops commas, and would read 1,5 as fifteen seconds. */
    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
    }

    private void newLine(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }
}
