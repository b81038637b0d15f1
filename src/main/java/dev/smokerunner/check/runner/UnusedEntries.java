package dev.smokerunner.check.runner;

import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.SeverityOverride;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds exceptions in a config that no page of a run needed: they were misspelt, or hide what may break one day.
 *
 * <p>Of an exception for a finding it is enough that what it is about was seen, though it is well.
 */
public final class UnusedEntries {
    private final Set<String> urls = new LinkedHashSet<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final Set<String> selectors = new LinkedHashSet<>();
    private final List<BrowserMessage> errors;
    private final List<Finding> findings;

    private UnusedEntries(PageObservation page, List<CheckResult> results) {
        Stream.concat(
                        page.references().stream().map(Reference::url).flatMap(url -> url.stream()),
                        Requests.of(page).stream().map(BrowserRequest::url))
                .forEach(this::see);
        errors = Errors.of(page);
        errors.forEach(message -> message.url().ifPresent(urls::add));
        page.browser().value().stream()
                .flatMap(visit -> visit.elements().stream())
                .forEach(element -> selectors.add(element.css()));
        findings =
                results.stream().flatMap(result -> result.findings().stream()).toList();
    }

    /**
     * A line for each entry that one page did not need.
     *
     * @param expected what was expected of it; a config says its exceptions once for all pages
     * @param results what the checks say
     * @param firstParty the host patterns of the config
     * @return absent where the page did not load, because then nothing can be said
     */
    public static Optional<List<String>> of(
            PageObservation page, Expectations expected, List<CheckResult> results, List<UrlPattern> firstParty) {
        return isThere(page, results)
                ? Optional.of(new UnusedEntries(page, results).lines(expected, firstParty))
                : Optional.empty();
    }

    /** Those that no page needed; none where nothing can be said of one of them. */
    public static List<String> ofAll(List<Optional<List<String>>> pages) {
        if (pages.isEmpty() || pages.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(pages.get(0).orElseThrow());
        pages.forEach(page -> lines.retainAll(page.orElseThrow()));
        return List.copyOf(lines);
    }

    private static boolean isThere(PageObservation page, List<CheckResult> results) {
        return page.browser().value().isPresent()
                && results.stream()
                        .flatMap(result -> result.findings().stream())
                        .noneMatch(finding ->
                                finding.check().equals(PageStatusCheck.NAME) && finding.impact() == Severity.SEV1);
    }

    private void see(URI url) {
        urls.add(url.toString());
        hosts.add(Requests.host(url));
    }

    private List<String> lines(Expectations expected, List<UrlPattern> firstParty) {
        List<String> lines = new ArrayList<>();
        lines.addAll(unused("assets.first-party", firstParty, this::isSeenHost, UrlPattern::written));
        lines.addAll(unused("assets.ignore", expected.assets().ignored(), this::isSeenUrl, UrlPattern::written));
        lines.addAll(unused("errors.allow", expected.allowedErrors(), this::isSeenError, TextPattern::written));
        lines.addAll(unused(
                "severity",
                expected.overrides(),
                this::isSeen,
                override -> override.check() + " " + override.subject().written()));
        return lines;
    }

    private static <T> List<String> unused(
            String key, List<T> entries, Predicate<T> isUsed, Function<T, String> words) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!isUsed.test(entries.get(i))) {
                lines.add(key + "[" + i + "] \"" + words.apply(entries.get(i))
                        + "\" matches nothing on any page of this run: correct it, or remove it");
            }
        }
        return lines;
    }

    private boolean isSeenHost(UrlPattern pattern) {
        UrlPattern lower = new UrlPattern(pattern.written().toLowerCase(Locale.ROOT));
        return hosts.stream().anyMatch(lower::matches);
    }

    private boolean isSeenUrl(UrlPattern pattern) {
        return urls.stream().anyMatch(pattern::matches);
    }

    private boolean isSeenError(TextPattern pattern) {
        return errors.stream().anyMatch(error -> Errors.isLike(error, pattern));
    }

    private boolean isSeen(SeverityOverride override) {
        boolean isFound = findings.stream()
                .filter(finding -> finding.check().equals(override.check()))
                .anyMatch(finding -> override.subject().matches(finding.subject()));
        return isFound
                || isSeenUrl(override.subject())
                || isSeenHost(override.subject())
                || selectors.stream().anyMatch(override.subject()::matches);
    }
}
