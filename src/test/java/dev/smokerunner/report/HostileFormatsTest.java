package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.Audience;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever a page says, in its title, its addresses, its console or its file names: each format of the list stays what it is, and
 * tells what it would tell of a page that says nothing harmful.
 */
class HostileFormatsTest {
    private static final String HARMLESS = "harmless";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0080-\u009f&&[^\n]]");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u034f\u115f\u1160\u3164\ufe00-\ufe0f\ufffe\uffff]");

    /** As GitHub's runner finds a command: after any white space. */
    private static final Pattern GITHUB = Pattern.compile("(?m)^[\\s\\p{Z}]*::");

    /** As GitHub's older form, Azure Pipelines and TeamCity do: anywhere in a line. */
    private static final Pattern ANYWHERE = Pattern.compile("##\\w*\\[");

    private static final List<Verdict> NOT_PASSED = List.of(Verdict.FAIL, Verdict.INCONCLUSIVE);

    @Test
    void thereAreEnough() {
        assertThat(HostileText.payloads().distinct().count()).isGreaterThanOrEqualTo(120);
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void everyFormatTellsItAndObeysNothing(String payload) throws IOException {
        for (Report report : Reports.all(ConsoleStyle.PLAIN)) {
            for (Verdict verdict : NOT_PASSED) {
                String harmless = told(report, resultOf(HARMLESS, verdict));
                String hostile = told(report, resultOf(payload, verdict));

                assertSameShape(report.name(), harmless, hostile);
            }
        }
    }

    private static void assertSameShape(String name, String harmless, String hostile) {
        assertThat(CONTROL.matcher(hostile).find())
                .as(name + ": control characters")
                .isFalse();
        assertThat(UNSEEN.matcher(hostile).find())
                .as(name + ": unseen characters")
                .isFalse();
        assertThat(ANYWHERE.matcher(hostile).find())
                .as(name + ": a command with ##")
                .isFalse();
        assertThat(GITHUB.matcher(hostile).results().count())
                .as(name + ": commands of GitHub's")
                .isEqualTo(GITHUB.matcher(harmless).results().count());
        // An empty field may have no line; nothing ever adds one.
        assertThat(hostile.lines().count())
                .as(name + ": lines")
                .isLessThanOrEqualTo(harmless.lines().count());
        assertThat(hostile.length()).as(name + ": is bounded").isLessThan(4_000_000);
        if (harmless.startsWith("<?xml")) {
            assertThat(new JUnitFile(hostile).cases()).hasSameSizeAs(new JUnitFile(harmless).cases());
        } else if (harmless.startsWith("{") || harmless.startsWith("[")) {
            assertThat(JsonMapper.shared().readTree(hostile).size())
                    .isEqualTo(JsonMapper.shared().readTree(harmless).size());
        } else if (harmless.toLowerCase(Locale.ROOT).startsWith("<!doctype")) {
            // Its head leads to what the config names as target and runbook, and a page of a web site to itself.
            String elements = "script, img, iframe, article a, table a, base, meta, form";
            assertThat(Jsoup.parse(hostile).select(elements))
                    .hasSameSizeAs(Jsoup.parse(harmless).select(elements));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void noLinkOrElementOrCellComesOfItInMarkdown(String payload) throws IOException {
        for (Verdict verdict : NOT_PASSED) {
            String harmless = html(told(new MarkdownReport(), resultOf(HARMLESS, verdict)));
            String hostile = html(told(new MarkdownReport(), resultOf(payload, verdict)));

            assertThat(Jsoup.parse(hostile).select("a, img, script, svg, details, del, iframe"))
                    .isEmpty();
            for (String element :
                    List.of("h1", "h2", "h3", "tr", "td", "th", "pre", "table", "ol", "blockquote", "hr")) {
                assertThat(Jsoup.parse(hostile).select(element))
                        .as(element)
                        .hasSameSizeAs(Jsoup.parse(harmless).select(element));
            }
            assertThat(Jsoup.parse(hostile).select("strong, em"))
                    .hasSizeLessThanOrEqualTo(
                            Jsoup.parse(harmless).select("strong, em").size());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void nagiosGetsOneLineWithOneBar(String payload) throws IOException {
        for (Verdict verdict : NOT_PASSED) {
            assertThat(told(new NagiosReport(), resultOf(payload, verdict)))
                    .matches(
                            "SMOKE (CRITICAL|UNKNOWN): [^|<>`$\"\n]*\\| [a-z]+=[0-9.]+s?;[0-9]*;;0( [a-z]+=[0-9.]+s?;[0-9]*;;0)*\n")
                    .hasSizeLessThan(2_000);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.smokerunner.report.HostileText#payloads")
    void noTestOfTapIsForgedOrSkipped(String payload) throws IOException {
        String tap = told(new TapReport(), resultOf(payload, Verdict.FAIL));

        assertThat(tap.lines().filter(line -> line.matches("(not )?ok \\d+ .*")))
                .hasSize(4);
        assertThat(tap.lines().filter(line -> line.startsWith("not ok")))
                .hasSize(2)
                .noneMatch(line -> line.matches(".*(?<!\\\\)#.*"));
        assertThat(tap.lines()).allMatch(line -> line.matches("TAP version 13|1\\.\\.4|(not )?ok .*|  .*"));
    }

    private static String html(String markdown) {
        List<org.commonmark.Extension> github = List.of(TablesExtension.create(), AutolinkExtension.create());
        return HtmlRenderer.builder()
                .extensions(github)
                .build()
                .render(Parser.builder().extensions(github).build().parse(markdown));
    }

    private static String told(Report report, SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        report.writeAll(List.of(result), out);
        return out.toString();
    }

    /** A result with the payload in every field that a page, a server or a config can fill. */
    private static SmokeResult resultOf(String payload, Verdict verdict) {
        URI page = url(payload);
        Finding failing = findingOf(payload, page, Severity.SEV1);
        Finding note = findingOf(payload, page, Severity.SEV5);
        List<CheckResult> checks = List.of(
                CheckResult.judged("asset-status", 1, List.of(failing)),
                CheckResult.judged("asset-cache", 1, List.of(note)),
                CheckResult.errored("page-blank", payload),
                CheckResult.skipped("release", payload));
        PageResult seen = new PageResult(
                page,
                Optional.of(payload),
                OptionalInt.of(200),
                Samples.times(),
                1,
                1,
                Optional.empty(),
                List.of(new LoadedAsset(page, "script", 1)),
                List.of(payload, payload),
                checks);
        SmokeResult.Subject subject = new SmokeResult.Subject(
                        payload, Optional.of(payload), Optional.of(payload), payload, Audience.CUSTOMERS, payload)
                .describedIn(payload);
        return new SmokeResult(
                subject,
                Instant.EPOCH,
                Duration.ofSeconds(1),
                payload,
                verdict,
                verdict == Verdict.FAIL ? Optional.of(Severity.SEV1) : Optional.empty(),
                verdict == Verdict.INCONCLUSIVE ? Optional.of(payload) : Optional.empty(),
                List.of(seen),
                List.of(failing, note),
                checks,
                List.of(payload),
                Severity.SEV3,
                Optional.of(new ReleaseResult(
                        payload,
                        ReleaseState.STALE,
                        1,
                        1,
                        Duration.ZERO,
                        List.of(new ReleaseResult.PlaceResult(payload, payload, ReleaseState.STALE, 0)))));
    }

    /** What a URL cannot hold stands there escaped, as a browser would have it. */
    private static URI url(String payload) {
        try {
            return new URI("https", "www.example.com", "/" + payload, payload, null);
        } catch (URISyntaxException e) {
            return Samples.PAGE;
        }
    }

    private static Finding findingOf(String payload, URI page, Severity impact) {
        return Finding.on(page, "asset-status", impact, payload)
                .kind("asset-missing")
                .message(payload)
                .expected(payload)
                .actual(payload)
                .where(new Location(payload, 1, 1, payload))
                .browsers(List.of(payload))
                .evidence(List.of(payload, payload + "2", "a " + payload))
                .hint(payload)
                .reproduce(payload)
                .build();
    }
}
