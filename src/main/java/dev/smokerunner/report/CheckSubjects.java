package dev.smokerunner.report;

import java.util.Map;

/** What the subjects of each check are, in words for people who do not know its name. */
final class CheckSubjects {
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("page-status", "page"),
            Map.entry("page-blank", "rendered page"),
            Map.entry("page-error", "page and its scripts"),
            Map.entry("console-error", "page and its scripts"),
            Map.entry("element", "expected element or title"),
            Map.entry("script-tag", "script tag"),
            Map.entry("release", "file of the release"),
            Map.entry("edges", "answer of origin and edges"),
            Map.entry("retention", "asset of the release before"),
            Map.entry("asset-status", "asset"),
            Map.entry("asset-type", "answer"),
            Map.entry("asset-body", "body"),
            Map.entry("asset-integrity", "integrity claim"),
            Map.entry("asset-blocked", "request"),
            Map.entry("asset-host", "mention of a host"),
            Map.entry("asset-fingerprint", "fingerprint"),
            Map.entry("package", "file of the package"),
            Map.entry("api-call", "call"),
            Map.entry("third-party", "request to another site"),
            Map.entry("response-time", "page"),
            Map.entry("asset-cache", "answer with its cache policy"),
            Map.entry("fallback", "made-up address"),
            Map.entry("search-engines", "page and its robots rules"));

    private CheckSubjects() {}

    /** How many of what a check looked at: {@code asset x 31}; of a check that is not known only how many. */
    static String of(String check, int subjects) {
        return NOUNS.containsKey(check) ? NOUNS.get(check) + " \u00d7 " + subjects : Integer.toString(subjects);
    }
}
