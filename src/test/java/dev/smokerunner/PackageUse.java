package dev.smokerunner;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which packages of ours may use which others. */
final class PackageUse {
    /** What knows nothing of the rest and is of use to all of it. */
    static final List<String> FOR_ALL = List.of("digest", "network");

    /** Each package and those of ours that it may use besides; {@code cli} wires everything and is not listed. */
    static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("digest", List.of()),
            Map.entry("network", List.of()),
            Map.entry("secret", List.of()),
            Map.entry("release", List.of()),
            Map.entry("anomaly.rule", List.of()),
            Map.entry("anomaly.season", List.of()),
            Map.entry("anomaly.forest", List.of("anomaly.rule")),
            Map.entry("anomaly", List.of("anomaly.forest", "anomaly.rule", "anomaly.season", "result")),
            Map.entry("anomaly.source", List.of("anomaly")),
            Map.entry("anomaly.picture", List.of("anomaly")),
            Map.entry("css", List.of()),
            Map.entry("filename", List.of()),
            Map.entry("result", List.of()),
            Map.entry("observation", List.of("expectation", "filename", "result")),
            Map.entry("detection", List.of("observation", "result")),
            Map.entry("expectation", List.of("result")),
            Map.entry("check", judging("check.view")),
            Map.entry("check.wording", List.of("observation", "result")),
            Map.entry("check.web", judging("check.wording")),
            Map.entry("check.text", judging("check.web", "check.wording")),
            Map.entry("check.view", judging("check.web", "check.wording")),
            Map.entry("check.asset", judging("css", "check", "check.text", "check.view", "check.web", "check.wording")),
            Map.entry("check.tag", judging("check", "check.text", "check.view", "check.web", "check.wording")),
            Map.entry("check.host", judging("check", "check.view", "check.web", "check.wording")),
            Map.entry("check.page", judging("check", "check.text", "check.view", "check.web", "check.wording")),
            Map.entry("check.packing", judging("check", "check.view", "check.web", "check.wording")),
            Map.entry("check.release", judging("check", "check.view", "check.web", "check.wording")),
            Map.entry("check.cause", judging("check.view", "check.web", "check.wording")),
            Map.entry(
                    "check.finding",
                    in("check", List.of("filename", "detection", "observation", "result"), "cause web wording")),
            Map.entry(
                    "check.runner",
                    in(
                            "check",
                            judging("check"),
                            "asset cause finding host packing page release tag view web wording")),
            Map.entry("observe.url", List.of("observation", "expectation")),
            Map.entry("observe.html", List.of("css", "observation", "observe.url")),
            Map.entry("observe.files", List.of("filename", "observation", "observe.html", "serving")),
            Map.entry("observe.compare", List.of("css", "filename", "observation", "observe.script", "observe.url")),
            Map.entry("observe.script", List.of("filename", "observation", "observe.html", "observe.url")),
            Map.entry("observe.visitor", List.of("secret")),
            Map.entry("observe.http", List.of("observation", "observe.visitor", "observe.url", "secret")),
            Map.entry("observe.browser", List.of("observation", "observe.visitor", "expectation", "secret")),
            Map.entry("observe.browser.json", List.of()),
            Map.entry("observe.browser.driver", List.of("observe.browser", "observe.browser.json", "process")),
            Map.entry("process", List.of()),
            Map.entry("canary.search", List.of()),
            Map.entry("canary.build", List.of("process")),
            Map.entry("canary.packages", List.of("canary.build")),
            Map.entry("canary.audit", List.of("canary.packages")),
            Map.entry("canary.difference", List.of("canary", "canary.build", "result", "serving")),
            Map.entry(
                    "canary.telling",
                    List.of(
                            "canary",
                            "canary.audit",
                            "canary.build",
                            "canary.difference",
                            "canary.packages",
                            "canary.search",
                            "report",
                            "result")),
            Map.entry("canary", List.of("canary.build", "canary.packages", "canary.search", "result")),
            Map.entry("observe.browser.local", List.of("observe.browser", "process")),
            Map.entry("observe.browser.socket", List.of("secret")),
            Map.entry("observe.browser.wording", List.of("observation")),
            Map.entry(
                    "observe.browser.visit",
                    List.of(
                            "observation",
                            "expectation",
                            "observe.browser",
                            "observe.browser.json",
                            "observe.script",
                            "observe.visitor",
                            "observe.url",
                            "result",
                            "secret")),
            Map.entry(
                    "observe.browser.chromium",
                    List.of("observation", "observe.browser.visit", "observe.browser.wording")),
            Map.entry(
                    "observe.browser.firefox",
                    List.of("observation", "observe.browser.visit", "observe.browser.wording")),
            Map.entry("observe.browser.bidi", engine("observe.browser.firefox")),
            Map.entry("observe.browser.devtools", engine("observe.browser.chromium")),
            Map.entry(
                    "observe.browser.webdriver",
                    in(
                            "observe.browser",
                            List.of(
                                    "observation",
                                    "observe.browser",
                                    "observe.grid",
                                    "observe.session",
                                    "observe.visitor",
                                    "secret"),
                            "bidi devtools driver json local visit socket")),
            Map.entry("observe.session", List.of("secret")),
            Map.entry("observe.grid", List.of("observe.session", "secret")),
            Map.entry(
                    "observe",
                    in(
                            "observe",
                            List.of("filename", "observation", "expectation"),
                            "html http script visitor url browser")),
            Map.entry(
                    "observe.release",
                    List.of(
                            "filename",
                            "observation",
                            "observe",
                            "observe.compare",
                            "observe.html",
                            "observe.http",
                            "result",
                            "serving")),
            Map.entry("serving", List.of()),
            Map.entry("incident", List.of("result")),
            Map.entry("schedule", List.of("incident", "secret")),
            Map.entry("tickets", List.of("alert", "expectation", "release", "result", "secret")),
            Map.entry("history.reading", List.of("history", "incident", "result")),
            Map.entry("status.html", List.of("report.html")),
            Map.entry(
                    "status",
                    all(
                            "history history.reading incident release report report.html result secret status.html traffic")),
            Map.entry("alert", List.of("result", "secret")),
            Map.entry("history", List.of("incident", "release", "result")),
            Map.entry(
                    "monitor",
                    all(
                            "alert anomaly anomaly.picture anomaly.season anomaly.source canary config history history.reading incident metrics"
                                    + " observation observe.browser observe.grid observe.visitor process report"
                                    + " release result run schedule secret serving tickets traffic traffic.log")),
            Map.entry("metrics", List.of("alert", "history", "release", "result", "secret")),
            Map.entry("traffic", List.of("history", "history.reading")),
            Map.entry("traffic.log", List.of("history", "traffic")),
            Map.entry(
                    "review",
                    all(
                            "canary.packages canary.telling filename history history.reading incident process release report result serving")),
            Map.entry("trace", List.of("observation", "result", "run")),
            Map.entry("saved", List.of("observation", "result", "run", "secret", "serving")),
            Map.entry(
                    "doctor",
                    in(
                            "observe",
                            List.of("observation", "secret", "serving"),
                            "browser browser.driver browser.local http")),
            Map.entry("explain", List.of("check", "check.runner")),
            Map.entry("run.arrival", List.of("observation", "observe.http", "result")),
            Map.entry(
                    "run",
                    in(
                            "observe",
                            all(
                                    "result observation expectation check check.finding check.release check.runner detection observe"
                                            + " run.arrival serving secret"),
                            "files http browser browser.bidi browser.devtools browser.local browser.webdriver grid release visitor"
                                    + " url")),
            Map.entry("init", List.of("expectation", "filename", "observation", "result")),
            Map.entry("api.assertj", List.of("report", "result")),
            Map.entry("api.junit", List.of("api", "report", "result")),
            Map.entry(
                    "api",
                    List.of(
                            "config",
                            "observe.browser",
                            "observe.browser.webdriver",
                            "observe.grid",
                            "result",
                            "run",
                            "serving")),
            Map.entry("report.html", List.of()),
            Map.entry("report", List.of("result", "report.html")),
            Map.entry(
                    "config",
                    List.of(
                            "alert",
                            "anomaly",
                            "anomaly.season",
                            "canary",
                            "canary.build",
                            "incident",
                            "run",
                            "schedule",
                            "check.page",
                            "expectation",
                            "init",
                            "metrics",
                            "serving",
                            "tickets",
                            "traffic",
                            "observe.browser",
                            "observe.grid",
                            "observe.visitor",
                            "result",
                            "secret")));

    private PackageUse() {}

    /** What each engine may use, besides the words of its own browser. */
    private static List<String> engine(String words) {
        String browser = "observe.browser";
        List<String> parts = List.of(browser + ".json", browser + ".local", browser + ".socket", browser + ".visit");
        return Stream.concat(
                        Stream.of("observation", browser, words, "observe.visitor", "observe.url", "secret"),
                        parts.stream())
                .toList();
    }

    private static List<String> all(String packages) {
        return List.of(packages.split(" "));
    }

    private static List<String> in(String parent, List<String> others, String parts) {
        return Stream.concat(others.stream(), Stream.of(parts.split(" ")).map(part -> parent + "." + part))
                .toList();
    }

    /** What judges sees observations and expectations, and makes results. */
    private static List<String> judging(String... others) {
        return Stream.concat(
                        Stream.of("filename", "result", "observation", "expectation", "detection"), Stream.of(others))
                .toList();
    }
}
