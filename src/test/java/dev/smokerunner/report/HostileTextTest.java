package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a page says, each report stays what it is: every field of a result holds each payload once. */
class HostileTextTest {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009f&&[^\n]]");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u034f\u115f\u1160\u3164\ufe00-\ufe0f\ufffe\uffff]");

    /** As GitHub's runner finds a command: after any white space. */
    private static final Pattern GITHUB = Pattern.compile("(?m)^[\\s\\p{Z}]*::");

    /** As GitHub's older form, Azure Pipelines and TeamCity do: anywhere in a line. */
    private static final Pattern ANYWHERE = Pattern.compile("##\\w*\\[");

    /** What these two write holds all that a pass would. */
    private static final List<Verdict> NOT_PASSED = List.of(Verdict.FAIL, Verdict.INCONCLUSIVE);

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void theConsoleShowsItAndObeysNothing(String payload) throws IOException {
        for (ConsoleStyle style : styles()) {
            for (Verdict verdict : NOT_PASSED) {
                String told = told(new ConsoleReport(style), resultOf(payload, verdict));

                assertHarmlessInALog(told);
                assertThat(told.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(4_000));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void everyLineOfTheConsoleIsOneOfOurs(String payload) throws IOException {
        ConsoleReport report = new ConsoleReport(ConsoleStyle.PLAIN.verbosely());
        long lines = told(report, resultOf("harmless", Verdict.FAIL)).lines().count();

        long hostile = told(report, resultOf(payload, Verdict.FAIL)).lines().count();

        // An empty field has no line; nothing ever adds one.
        assertThat(hostile).isLessThanOrEqualTo(lines);
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void colourIsTheOnlyEscapeOnAColouredConsole(String payload) throws IOException {
        String told = told(new ConsoleReport(new ConsoleStyle(true, false, true, 80)), resultOf(payload, Verdict.FAIL));

        assertHarmlessInALog(told.replaceAll("(?m)^\u001b\\[[0-9;]+m([A-Za-z.]+)\u001b\\[0m", "$1"));
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void theJUnitFileStaysValidAndHasNoForgedCase(String payload) throws IOException {
        for (Verdict verdict : NOT_PASSED) {
            String xml = told(new JUnitReport(), resultOf(payload, verdict));

            JUnitFile file = new JUnitFile(xml);
            assertThat(file.elements("testcase")).hasSize(4);
            assertThat(file.elements("failure")).hasSize(1);
            assertThat(file.elements("failure"))
                    .extracting(Element::getTextContent)
                    .allSatisfy(HostileTextTest::assertHarmlessToSee);
            assertHarmlessInALog(xml);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void theJsonStaysValidAndKeepsWhatWasSaid(String payload) throws IOException {
        for (Verdict verdict : NOT_PASSED) {
            String json = told(new JsonReport(), resultOf(payload, verdict));

            JsonNode tree = JsonMapper.shared().readTree(json);
            assertThat(tree.get("verdict").stringValue())
                    .isEqualTo(verdict.name().toLowerCase(Locale.ROOT));
            assertThat(tree.get("findings").get(0).get("message").stringValue())
                    .isEqualTo(JsonText.field(payload))
                    .doesNotContainPattern("\\p{Cs}");
            assertThat(json).doesNotContain("<", ">", "&").matches("[\\x20-\\x7e\\n]+");
            assertHarmlessInALog(json);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void thePageStaysTheSameAndShowsNothingUnseen(String payload) throws IOException {
        for (Report report : List.of(HtmlReport.inADirectory(), HtmlReport.inOneFile())) {
            for (Verdict verdict : NOT_PASSED) {
                Document page = Jsoup.parse(told(report, resultOf(payload, verdict)));
                Set<String> known = names(Jsoup.parse(told(report, resultOf("harmless", verdict))));
                known.addAll(names(Jsoup.parse(told(report, resultOf("https://www.example.com/", verdict)))));

                assertThat(page.select("script, iframe, object, base, form, [srcdoc]"))
                        .isEmpty();
                assertThat(names(page)).isSubsetOf(known);
                assertThat(page.select("a")).allSatisfy(link -> assertThat(link.attr("href"))
                        .satisfiesAnyOf(
                                href -> assertThat(href).startsWith("#"),
                                href -> assertThat(href).isEqualTo(payload).startsWith("https://"),
                                href -> assertThat(href).isEqualTo(Samples.PAGE.toString())));
                assertHarmlessToSee(page.text());
            }
        }
    }

    /** The elements of a page and their attributes; an empty text leaves some out. */
    private static Set<String> names(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.normalName()
                        + element.attributes().asList().stream()
                                .map(attribute -> " " + attribute.getKey())
                                .sorted()
                                .toList())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertHarmlessInALog(String text) {
        assertHarmlessToSee(text);
        assertThat(GITHUB.matcher(text).find()).as("a command of GitHub's").isFalse();
        assertThat(ANYWHERE.matcher(text).find()).as("a command with ##").isFalse();
    }

    private static void assertHarmlessToSee(String text) {
        assertThat(CONTROL.matcher(text).find()).as("control characters").isFalse();
        assertThat(UNSEEN.matcher(text).find()).as("unseen characters").isFalse();
    }

    private static List<ConsoleStyle> styles() {
        return List.of(
                ConsoleStyle.PLAIN,
                ConsoleStyle.PLAIN.verbosely(),
                ConsoleStyle.PLAIN.quietly(),
                new ConsoleStyle(false, false, true, 80),
                new ConsoleStyle(false, false, false, 61));
    }

    /** A result with the payload in every field that a page, a server or a config can fill. */
    private static SmokeResult resultOf(String payload, Verdict verdict) {
        Finding failing = findingOf(payload, Severity.SEV1);
        Finding note = findingOf(payload, Severity.SEV5);
        List<CheckResult> checks = List.of(
                CheckResult.judged("asset-status", 1, List.of(failing)),
                CheckResult.judged("asset-cache", 1, List.of(note)),
                CheckResult.errored("page-blank", payload),
                CheckResult.skipped("release", payload));
        PageResult page = new PageResult(
                Samples.PAGE,
                OptionalInt.of(200),
                Samples.times(),
                1,
                1,
                Optional.empty(),
                List.of(payload, payload),
                checks);
        return Samples.result(
                new SmokeResult.Subject(
                        payload, Optional.of(payload), Optional.of(payload), payload, Audience.CUSTOMERS, payload),
                verdict,
                verdict == Verdict.INCONCLUSIVE ? Optional.of(payload) : Optional.empty(),
                List.of(page),
                List.of(failing, note),
                checks);
    }

    private static Finding findingOf(String payload, Severity impact) {
        return Finding.on(Samples.PAGE, "asset-status", impact, payload)
                .message(payload)
                .expected(payload)
                .actual(payload)
                .where(new Location(payload, 1, 1, payload))
                .evidence(Stream.of(payload, payload + "2", "a " + payload).toList())
                .hint(payload)
                .reproduce(payload)
                .build();
    }

    private static String told(Report report, SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(result, out);
        return out.toString();
    }
}
