package dev.smokerunner.status;

import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.reading.IncidentSummary;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes incidents down as an Atom feed (RFC 4287): an entry for each, whose time is that of the last thing that happened to it.
 *
 * @param base the address of the first page
 */
record IncidentFeed(String base) {
    private static final String TAG = "tag:smokerunner.dev,2026:";

    String of(List<IncidentSummary> incidents) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "id", TAG + "incidents");
            element(xml, "title", "Incidents · Smoke Runner");
            link(xml, "self", base + "incidents.atom");
            link(xml, "alternate", base);
            element(
                    xml,
                    "updated",
                    time(incidents.stream()
                            .map(IncidentFeed::updated)
                            .max(Instant::compareTo)
                            .orElse(Instant.EPOCH)));
            xml.writeStartElement("author");
            element(xml, "name", "Smoke Runner");
            xml.writeEndElement();
            for (IncidentSummary incident : incidents) {
                entry(xml, incident);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text in memory cannot fail", e);
        }
        return text.toString();
    }

    private void entry(XMLStreamWriter xml, IncidentSummary incident) throws XMLStreamException {
        String state = incident.isOpen() ? Ratings.word(incident.severity()) : "Over";
        xml.writeStartElement("entry");
        element(xml, "id", TAG + "incident/" + PageAddresses.encoded(incident.id()));
        element(xml, "title", state + ": " + IncidentLines.site(incident) + ": " + IncidentLines.title(incident));
        element(xml, "published", time(incident.openedAt()));
        element(xml, "updated", time(updated(incident)));
        link(xml, "alternate", base + PageAddresses.incident(incident.id()));
        element(xml, "summary", IncidentLines.times(incident, updated(incident)));
        xml.writeEndElement();
    }

    private static Instant updated(IncidentSummary incident) {
        return incident.resolvedAt().orElse(incident.changedAt());
    }

    private static void link(XMLStreamWriter xml, String relation, String to) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", to);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
