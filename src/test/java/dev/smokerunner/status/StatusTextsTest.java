package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.traffic.Beacons;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs are told: metrics, a feed, JSON and badges. */
class StatusTextsTest {
    @TempDir
    private Path folder;

    private StatusSamples samples;

    @BeforeEach
    void open() throws HistoryException {
        samples = StatusSamples.outage(folder);
    }

    @AfterEach
    void close() {
        samples.close();
    }

    @Test
    void metricsAreThoseOfTheHistory() {
        List<String> lines = new MetricsText(samples.history(), Beacons.none(Clock.systemUTC()))
                .at(StatusSamples.NOW)
                .lines()
                .toList();

        assertThat(lines)
                .contains(
                        "# TYPE smoke_up gauge",
                        "smoke_up{environment=\"production\",name=\"checkout\"} 1.0",
                        "smoke_up{environment=\"production\",name=\"signup\"} 0.0",
                        "smoke_state{environment=\"production\",name=\"signup\",state=\"failing\"} 1.0",
                        "smoke_state{environment=\"production\",name=\"signup\",state=\"ok\"} 0.0",
                        "smoke_severity{environment=\"production\",name=\"signup\"} 2.0",
                        "smoke_last_round_seconds{environment=\"production\",name=\"signup\"} 1.7959536321E9",
                        "smoke_last_round_duration_seconds{environment=\"production\",name=\"signup\"} 2.1",
                        "smoke_page_seconds{environment=\"production\",name=\"signup\",phase=\"document\"} 0.9",
                        "smoke_open_incidents{environment=\"production\",name=\"signup\"} 1.0",
                        "smoke_open_incidents{environment=\"staging\",name=\"signup\"} 0.0",
                        "smoke_messages{state=\"dead\"} 1.0",
                        "smoke_messages{state=\"waiting\"} 0.0",
                        "smoke_runner_network_down{host=\"watch-eu\",location=\"eu\",runner=\"runner-1\"} 0.0",
                        "smoke_runner_rounds_total{host=\"watch-eu\",location=\"eu\",runner=\"runner-1\"} 17280.0");
        assertThat(lines).noneMatch(line -> line.startsWith("smoke_severity{environment=\"staging\""));
    }

    /** Whatever it says, it gets into no label and no name. */
    @Test
    void metricsHaveNoWordOfAPage() {
        assertThat(new MetricsText(samples.history(), Beacons.none(Clock.systemUTC())).at(StatusSamples.NOW))
                .doesNotContain("main-3f9a", "404");
    }

    @Test
    void metricsOfStaleSitesSayThatNobodyKnows() {
        String text = new MetricsText(samples.history(), Beacons.none(Clock.systemUTC()))
                .at(StatusSamples.NOW.plusSeconds(3_600));

        assertThat(text)
                .contains("smoke_state{environment=\"production\",name=\"signup\",state=\"unknown\"} 1.0")
                .doesNotContain("smoke_up{");
    }

    @Test
    void aFeedTellsOfIncidents() {
        String feed = new IncidentFeed("https://status.example.com/")
                .of(samples.history().incidents().last(10));

        assertThat(feed)
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">")
                .contains("<title>Sev 2: signup (production): the script js/main-3f9a.js answers 404</title>")
                .contains("href=\"https://status.example.com/incident?id=" + StatusSamples.INCIDENT + "\"")
                .contains("<title>Over: checkout (production): the page took 14 s until it was ready")
                .contains("<updated>2026-11-29T11:54:30Z</updated>");
    }

    @Test
    void aFeedShowsAnIncidentAnewWhenItBecomesWorse() {
        String feed = new IncidentFeed("https://status.example.com/")
                .of(samples.history().incidents().last(10));

        assertThat(feed)
                .as("opened at 11:51:30, worsened six minutes before now")
                .contains("<published>2026-11-29T11:51:30Z</published><updated>2026-11-29T11:54:30Z</updated>");
    }

    @Test
    void aFeedStaysXmlWhateverPagesSay() throws SAXException, IOException, ParserConfigurationException {
        samples.hostile();

        Document feed = parsed(new IncidentFeed("https://status.example.com/")
                .of(samples.history().incidents().last(1_000)));

        assertThat(feed.getElementsByTagName("entry").getLength()).isGreaterThan(100);
        assertThat(feed.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void jsonTellsOfWhatHappenedAndWhoWasTold() {
        JsonNode incident = JsonMapper.shared()
                .readTree(new StateJson(samples.history()).incidents())
                .at("/incidents/0");

        assertThat(incident.get("id").asString()).isEqualTo(StatusSamples.INCIDENT);
        assertThat(incident.get("timeline")).hasSize(2);
        assertThat(incident.at("/timeline/1/causes")).hasSize(2);
        assertThat(incident.get("alerts").valueStream().map(alert -> alert.get("state")
                        .asString()))
                .containsExactly("delivered", "delivered", "dead");
        assertThat(incident.get("resolvedAt").isNull()).isTrue();
    }

    @Test
    void jsonNamesTheWorstOpenIncidentOfASiteWhereverItIsAskedFor() {
        samples.incident("mild", "signup/production", "the title is another", StatusSamples.NOW.minusSeconds(90));
        samples.severity("mild", 4);
        StateJson json = new StateJson(samples.history());
        SiteStatus signup =
                samples.history().sites().one("signup", "production").orElseThrow();

        JsonNode site = JsonMapper.shared().readTree(json.site(signup, Counts.NONE, StatusSamples.NOW));
        JsonNode state =
                JsonMapper.shared().readTree(json.state(StatusSamples.NOW)).get("sites");

        assertThat(site.at("/incidents/0/id").asString()).as("the newest").isEqualTo("mild");
        assertThat(site.get("incident").asString()).isEqualTo(StatusSamples.INCIDENT);
        assertThat(state.valueStream().map(one -> one.get("incident").asString("")))
                .contains(StatusSamples.INCIDENT)
                .doesNotContain("mild");
    }

    @Test
    void jsonHasTheFieldsThatAreDocumented() throws IOException {
        StateJson json = new StateJson(samples.history());
        JsonNode incidents = JsonMapper.shared().readTree(json.incidents()).get("incidents");
        JsonNode site = JsonMapper.shared()
                .readTree(json.site(
                        samples.history().sites().one("signup", "production").orElseThrow(),
                        Counts.NONE,
                        StatusSamples.NOW));

        assertThat(fields(incidents.get(0))).isEqualTo(fields(documented("an incident")));
        assertThat(fields(site)).isEqualTo(fields(documented("a site")));
    }

    private static JsonNode documented(String what) throws IOException {
        String page = Files.readString(Path.of("docs/status-page.md"));
        String begin = "```json of " + what + "\n";
        int at = page.indexOf(begin) + begin.length();
        return JsonMapper.shared().readTree(page.substring(at, page.indexOf("```", at)));
    }

    /** The names of all fields, of lists those of the first that is there. */
    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.properties().forEach(field -> {
            names.add(field.getKey());
            JsonNode value = field.getValue().isArray() ? field.getValue().path(0) : field.getValue();
            fields(value).forEach(name -> names.add(field.getKey() + "." + name));
        });
        return names;
    }

    @Test
    void aBadgeSaysHowASiteIs() throws SAXException, IOException, ParserConfigurationException {
        Document badge = parsed(Templates.badge("signup production", "failing", Rating.BAD));

        assertThat(badge.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("signup production: failing");
    }

    @Test
    void aBadgeIsAPictureWhateverASiteIsCalled() throws SAXException, IOException, ParserConfigurationException {
        Document badge = parsed(Templates.badge("\"><script>alert(1)</script>\u0000\u202e", "well", Rating.GOOD));

        assertThat(badge.getElementsByTagName("script").getLength()).isZero();
        assertThat(badge.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("\"><script>alert(1)</script>\\x00\\u202e: well");
    }

    private static Document parsed(String xml) throws SAXException, IOException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
