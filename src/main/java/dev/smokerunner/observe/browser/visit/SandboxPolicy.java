package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows pages in which their own policy lets no script run: a tab with such a page answers no question about it. */
final class SandboxPolicy {
    private static final String HEADER = "content-security-policy";
    private static final Pattern BETWEEN = Pattern.compile("[;,\\n]");

    private SandboxPolicy() {}

    /** Whether a document came with {@code sandbox} and without {@code allow-scripts}; tags may not say so. */
    static boolean forbidsScripts(Optional<BrowserRequest> document) {
        return document
                .map(request -> request.headers().fields().getOrDefault(HEADER, List.of()))
                .orElse(List.of())
                .stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(directive ->
                        List.of(directive.strip().toLowerCase(Locale.ROOT).split("\\s+")))
                .anyMatch(words -> words.get(0).equals("sandbox") && !words.contains("allow-scripts"));
    }
}
