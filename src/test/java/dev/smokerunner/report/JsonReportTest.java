package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Test
    void writesTheWholeContract() throws IOException {
        PageResult page = Samples.failing().pages().get(0);
        SmokeResult result = Samples.failed(
                Samples.staging(),
                List.of(Samples.withScreenshot(page, (byte) 1)),
                List.of(Samples.missingScript()
                        .pages(List.of(Samples.PAGE, Samples.HELP))
                        .build()),
                Samples.inconclusive().checks());

        JsonNode written = MAPPER.readTree(written(result));

        assertThat(written).isEqualTo(MAPPER.readTree("""
            {"schema": "smoke-result/1",
             "name": "signup", "environment": "staging", "audience": "internal", "owner": null, "runbook": null,
             "target": "https://staging.example.com/signup/", "config": null, "startedAt": "2026-11-23T19:43:38.123Z",
             "durationMs": 1830, "version": "0.1.0",
             "verdict": "fail", "severity": 4, "failOn": 3, "reason": null, "release": null,
             "pages": [{"url": "https://www.example.com/signup/", "browser": null, "status": 200,
                        "timings": {"documentMs": 84, "domContentLoadedMs": 310, "loadMs": 520, "readyMs": 610},
                        "limits": {"documentMs": null, "loadMs": null, "readyMs": null},
                        "requests": 27, "references": 31, "screenshot": "pages/1.png", "loaded": [],
                         "network": [], "elements": [], "lastGood": null,
                         "notes": ["waited for form#signup"],
                         "checks": [
                          {"check": "page-status", "subjects": 1, "findings": 0, "outcome": "passed", "reason": null},
                          {"check": "asset-status", "subjects": 31, "findings": 1, "outcome": "failed", "reason": null},
                          {"check": "asset-cache", "subjects": 31, "findings": 1, "outcome": "failed", "reason": null},
                          {"check": "release", "subjects": 0, "findings": 0, "outcome": "skipped",
                           "reason": "no release was given"}]}],
             "findings": [{"check": "asset-status", "kind": "asset-missing",
                           "fingerprint": "asset-missing:0a1b2c3d4e5f", "impact": 2, "severity": 4,
                           "page": "https://www.example.com/signup/",
                           "subject": "https://www.example.com/signup/js/main-3f9a.js",
                           "message": "A script of the page is not there.",
                           "expected": "status 200", "actual": "404 text/html, 1.2 kB",
                           "where": {"file": "index.html", "line": 12, "column": 5,
                                     "excerpt": "<script src=\\"js/main-3f9a.js\\">"},
                           "hint": "the package has js/main-77b1.js",
                           "reproduce": "curl -sS -I 'https://www.example.com/signup/js/main-3f9a.js'",
                           "attempts": 2, "pages": 2,
                           "pageUrls": ["https://www.example.com/signup/", "https://www.example.com/signup/help.html"],
                           "browsers": [],
                           "evidence": ["page error: ReferenceError: Signup is not defined",
                                        "console: Failed to load"]}],
             "checks": [{"check": "page-status", "subjects": 1, "findings": 0, "outcome": "passed", "reason": null},
                        {"check": "page-blank", "subjects": 0, "findings": 0, "outcome": "errored",
                         "reason": "the browser did not start: chromedriver 156 needs Chromium 156, found 149"},
                        {"check": "page-error", "subjects": 0, "findings": 0, "outcome": "errored",
                         "reason": "the browser did not start: chromedriver 156 needs Chromium 156, found 149"},
                        {"check": "asset-host", "subjects": 0, "findings": 0, "outcome": "errored",
                         "reason": "no hosts could be read"}],
             "notes": ["errors.allow[0] \\"Script error\\" matches nothing"]}
            """));
    }

    @Test
    void writesNullForWhatWasNotReached() throws IOException {
        PageResult page = new PageResult(
                Samples.PAGE, OptionalInt.empty(), Timings.NONE, 0, 0, Optional.empty(), List.of(), List.of());

        JsonNode written = MAPPER.readTree(
                        written(Samples.passed(Samples.production(), List.of(page), List.of(), List.of())))
                .get("pages")
                .get(0);

        assertThat(written).isEqualTo(MAPPER.readTree("""
            {"url": "https://www.example.com/signup/", "browser": null, "status": null,
             "timings": {"documentMs": null, "domContentLoadedMs": null, "loadMs": null, "readyMs": null},
             "limits": {"documentMs": null, "loadMs": null, "readyMs": null},
             "requests": 0, "references": 0, "screenshot": null, "loaded": [], "network": [], "elements": [],
             "lastGood": null, "notes": [], "checks": []}
            """));
    }

    @Test
    void givesTheReasonAndNoSeverityOfAnInconclusiveRun() throws IOException {
        JsonNode written = MAPPER.readTree(written(Samples.inconclusive()));

        assertThat(written.get("verdict").stringValue()).isEqualTo("inconclusive");
        assertThat(written.get("severity").isNull()).isTrue();
        assertThat(written.get("reason").stringValue()).startsWith("the browser did not start");
    }

    @Test
    void isPrettyPlainAsciiThatAPageCanEmbed() throws IOException {
        SmokeResult result = Samples.failed(
                Samples.production(),
                List.of(),
                List.of(Samples.missingScript()
                        .message("</script>&\u2028\u0130\ud83d\ude00")
                        .build()),
                List.of());

        assertThat(written(result))
                .startsWith("{\n  \"schema\": \"smoke-result/1\",\n  \"name\": \"signup\",\n")
                .endsWith("\n}\n")
                .contains("\"message\": \"\\u003c/script\\u003e\\u0026\\u2028\\u0130\\ud83d\\ude00\"")
                .matches("[\\x20-\\x7e\\n]+");
    }

    @Test
    void keepsTheOrderOfTheKeys() throws IOException {
        assertThat(MAPPER.readTree(written(Samples.healthy())).propertyNames())
                .containsExactly(
                        "schema",
                        "name",
                        "environment",
                        "audience",
                        "owner",
                        "runbook",
                        "target",
                        "config",
                        "startedAt",
                        "durationMs",
                        "version",
                        "verdict",
                        "severity",
                        "failOn",
                        "reason",
                        "release",
                        "pages",
                        "findings",
                        "checks",
                        "notes");
    }

    @Test
    void tellsOfTheReleaseAndOfWhatPagesLoaded() throws IOException {
        JsonNode written = MAPPER.readTree(written(Samples.released()));

        assertThat(written.get("release")).isEqualTo(MAPPER.readTree("""
            {"package": "build/signup", "state": "converging", "files": 31, "polls": 5, "waitedMs": 8200,
             "places": [{"name": "the site", "url": "https://www.example.com/signup/", "state": "live", "live": 31},
                        {"name": "edge 203.0.113.7", "url": "https://www.example.com/signup/", "state": "stale",
                         "live": 30}]}
            """));
        assertThat(written.get("pages").get(0).get("loaded")).isEqualTo(MAPPER.readTree("""
            [{"url": "https://www.example.com/signup/js/main-77b1.js", "role": "script", "bytes": 48211}]
            """));
    }

    @Test
    void writesSeveralResultsAsOneArray() throws IOException {
        StringBuilder out = new StringBuilder();

        new JsonReport().writeAll(List.of(Samples.healthy(), Samples.failing()), out);

        assertThat(MAPPER.readTree(out.toString()))
                .extracting(result -> result.get("verdict").stringValue())
                .containsExactly("pass", "fail");
    }

    private static String written(SmokeResult result) throws IOException {
        StringBuilder out = new StringBuilder();
        new JsonReport().write(result, out);
        return out.toString();
    }
}
