package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Everything that was seen about one page.
 *
 * @param url the page as it was asked for
 * @param document what plain HTTP answered for it
 * @param html the document's HTML; unseen where no HTML came
 * @param browser what the browser saw; unseen where there was no browser
 * @param references every reference, from HTML, CSS and the browser's requests, in that order
 * @param assets what plain HTTP answered for the references, by URL
 * @param madeUp what plain HTTP answered for an asset that cannot exist; absent where it was not asked
 * @param site what was seen of the whole site
 * @param ownSite which hosts belong to the page's own site
 * @param unclosed the innermost bracket that the end of a script leaves open, by the script's URL: no browser runs it
 * @param builds the files with a fingerprint that the page's HTML named, in each of several answers; empty where it was
 *     asked for once, because nothing that it names was missing
 * @param healed what failed in an earlier look and was good in the last one, one line each
 * @param notes what was not looked at, and why, one line each; empty where all was
 * @param attempts how many times the page was looked at; at least 1
 */
public record PageObservation(
        URI url,
        HttpAnswer document,
        Captured<HtmlDocument> html,
        Captured<BrowserVisit> browser,
        List<Reference> references,
        Map<URI, HttpAnswer> assets,
        Optional<HttpAnswer> madeUp,
        SiteObservation site,
        OwnSite ownSite,
        Map<URI, SourceRange> unclosed,
        List<Set<URI>> builds,
        List<Healed> healed,
        List<String> notes,
        int attempts) {

    /** Rejects null, copies collections. */
    public PageObservation {
        requireNonNull(url);
        requireNonNull(document);
        requireNonNull(html);
        requireNonNull(browser);
        requireNonNull(madeUp);
        requireNonNull(site);
        requireNonNull(ownSite);
        references = List.copyOf(references);
        assets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(assets));
        unclosed = Map.copyOf(unclosed);
        builds = List.copyOf(builds);
        healed = List.copyOf(healed);
        notes = List.copyOf(notes);
    }

    /** A page of which nothing was seen, and why, of a site that was looked at. */
    public static PageObservation unseen(URI url, SiteObservation site, Captured.Unseen<PageObservation> why) {
        HttpAnswer none = new HttpAnswer(
                url,
                List.of(),
                Optional.empty(),
                Optional.of(new NetworkFailure(NetworkFailure.Kind.UNASKED, why.reason())),
                Duration.ZERO,
                List.of());
        return new PageObservation(
                url,
                none,
                Captured.unseen(why.reason(), why.fault()),
                Captured.unseen(why.reason(), why.fault()),
                List.of(),
                Map.of(),
                Optional.empty(),
                site,
                OwnSite.NONE,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                1);
    }

    /** The same where the browser saw something else. */
    public PageObservation withBrowser(Captured<BrowserVisit> other) {
        return new PageObservation(
                url,
                document,
                html,
                other,
                references,
                assets,
                madeUp,
                site,
                ownSite,
                unclosed,
                builds,
                healed,
                notes,
                attempts);
    }

    /** As a browser of this name compares it with the release before. */
    public PageObservation seenBy(String browserName) {
        return new PageObservation(
                url,
                document,
                html,
                browser,
                references,
                assets,
                madeUp,
                site.withPrevious(site.previous().map(previous -> previous.seenBy(browserName))),
                ownSite,
                unclosed,
                builds,
                healed,
                notes,
                attempts);
    }

    /**
     * What is left where some addresses are of no interest. The page itself stays, whatever its address.
     *
     * @param isOut whether an address is of no interest: a URL, or what stands behind the host of a package's file
     */
    public PageObservation without(Predicate<String> isOut) {
        String root = url.resolve("/").toString();
        return new PageObservation(
                url,
                document,
                html,
                browser.map(visit -> visit.without(isOut)),
                references.stream()
                        .filter(reference -> reference
                                .url()
                                .filter(named -> isOut.test(named.toString()))
                                .isEmpty())
                        .toList(),
                assets,
                madeUp,
                site.without(key -> isOut.test(root + key) || isOut.test("/" + key)),
                ownSite,
                unclosed,
                builds,
                healed.stream()
                        .filter(one ->
                                !isOut.test(one.url().toString()) || one.url().equals(url))
                        .toList(),
                notes,
                attempts);
    }

    /** The files of the package that the page comes from; unseen for a live page. */
    public Captured<PackageContents> contents() {
        return site.contents();
    }

    /** What the browser rendered; absent where there was no browser, or it could not tell. */
    public Optional<RenderedPage> rendered() {
        return browser.value().flatMap(visit -> visit.rendered().value());
    }

    /** What plain HTTP answered for a URL, if it was asked for. */
    public Optional<HttpAnswer> asset(URI assetUrl) {
        return Optional.ofNullable(assets.get(assetUrl));
    }

    /** The browser's requests for a URL, in order; empty where there was no browser. */
    public List<BrowserRequest> requestsFor(URI assetUrl) {
        return browser.value().map(BrowserVisit::requests).orElse(List.of()).stream()
                .filter(r -> r.url().equals(assetUrl))
                .toList();
    }

    /**
     * Something that failed at first and was good when it was asked again.
     *
     * @param url what was asked for
     * @param first what happened first, e.g. {@code 503}
     * @param attempts how many times it was asked for in all
     * @param rate how often it failed, where it comes and goes
     */
    public record Healed(URI url, String first, int attempts, Optional<Rate> rate) {}
}
