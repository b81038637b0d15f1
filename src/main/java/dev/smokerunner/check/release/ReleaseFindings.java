package dev.smokerunner.check.release;

import dev.smokerunner.check.packing.UnwantedFiles;
import dev.smokerunner.check.web.CacheNews;
import dev.smokerunner.check.wording.Curl;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.Poll;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what of a release is not served as it was packaged. */
final class ReleaseFindings {
    private static final int MOST_EVIDENCE = 10;

    private final PageObservation page;
    private final ReleaseSighting release;
    private final List<FileSighting> needed;
    private final ReleaseState state;

    ReleaseFindings(PageObservation page, ReleaseSighting release) {
        this.page = page;
        this.release = release;
        this.needed = ReleaseStates.needed(release.site());
        this.state = ReleaseStates.of(release.site());
    }

    /** What is wrong with the release, worst first. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (state != ReleaseState.LIVE) {
            findings.add(notLive());
        } else if (!release.arrived() && release.polls().stream().anyMatch(poll -> !isSiteLive(poll))) {
            findings.add(unsteady());
        }
        findings.addAll(new AlteredFiles(page, release.site()).findings());
        unneeded().ifPresent(findings::add);
        return findings;
    }

    private Finding notLive() {
        List<FileSighting> lagging =
                needed.stream().filter(file -> !file.isLive()).toList();
        FileSighting first = telling(lagging);
        FindingBuilder finding = Finding.on(
                        page.url(),
                        ReleaseCheck.NAME,
                        Severity.SEV2,
                        first.url().toString())
                .message(name(state) + ": " + backwards().orElse("") + meaning(lagging) + "; "
                        + (ServedBy.count(needed) - ServedBy.count(lagging)) + " of " + ServedBy.count(needed)
                        + " files are the release's")
                .expected(ServedBy.expected(first))
                .actual(ServedBy.words(first))
                .evidence(evidence(lagging))
                .reproduce(Curl.sum(first.url(), "sha256sum"))
                .attempts(release.polls().size());
        hint(lagging, first).ifPresent(finding::hint);
        return finding.build();
    }

    private Finding unsteady() {
        long live = release.polls().stream().filter(ReleaseFindings::isSiteLive).count();
        return Finding.on(
                        page.url(), ReleaseCheck.NAME, Severity.SEV2, page.url().toString())
                .message(
                        "converging: the release is served now, but the answers still disagreed when the waiting ended: "
                                + live + " of " + release.polls().size() + " looks found it")
                .expected("the same answer each time")
                .evidence(List.of(waited()))
                .hint(
                        "a cache or a server behind the same name still has the release before: wait longer, or purge the CDN")
                .attempts(release.polls().size())
                .build();
    }

    /** Pages tell more than assets, and what everybody is led to first more than the rest. */
    private FileSighting telling(List<FileSighting> lagging) {
        Predicate<FileSighting> isTelling =
                state == ReleaseState.MISSING ? ReleaseStates::isMissing : ReleaseStates::isOther;
        return first(lagging, file -> isTelling.test(file) && isOfPage(file))
                .or(() -> first(
                        lagging, file -> isTelling.test(file) && file.file().isPage()))
                .or(() -> first(lagging, isTelling))
                .orElseGet(() -> lagging.get(0));
    }

    private boolean isOfPage(FileSighting file) {
        return file.url().equals(page.url());
    }

    private String meaning(List<FileSighting> lagging) {
        List<FileSighting> missing =
                lagging.stream().filter(ReleaseStates::isMissing).toList();
        List<FileSighting> other =
                lagging.stream().filter(ReleaseStates::isOther).toList();
        return switch (state) {
            case LIVE -> "";
            case STALE ->
                "the page that is served is not the release's but "
                        + (other.stream().anyMatch(FileSighting::isPrevious)
                                ? "that of the release before"
                                : "another one of the same product")
                        + kept(other) + ": " + ServedBy.list(other);
            case MIXED -> "pages and assets that are served are not of one release: " + ServedBy.list(other);
            case MISSING -> "files of the release are not there: " + ServedBy.list(missing);
            case FOREIGN -> "something else answers where the release should be: " + ServedBy.list(other);
            case CONVERGING -> "some of the pages are the release's and others are not yet: " + ServedBy.list(other);
        };
    }

    private static String kept(List<FileSighting> files) {
        return files.stream()
                .flatMap(file -> ServedBy.news(file).stream())
                .filter(CacheNews::isKept)
                .findFirst()
                .map(news -> ", kept by " + news.cache()
                        + news.age()
                                .map(age -> " for " + age.toSeconds() + " s")
                                .orElse(""))
                .orElse("");
    }

    private Optional<String> backwards() {
        Optional<Poll> live =
                release.polls().stream().filter(ReleaseFindings::isSiteLive).findFirst();
        return live.map(poll -> "the release went backwards, it was live after " + Words.duration(poll.at()) + "; ");
    }

    private List<String> evidence(List<FileSighting> lagging) {
        List<String> evidence = new ArrayList<>();
        evidence.add(waited());
        for (FileSighting file : lagging.subList(0, Math.min(MOST_EVIDENCE, lagging.size()))) {
            String news = ServedBy.news(file)
                    .map(told -> ", " + String.join(", ", told.quoted()))
                    .orElse("");
            String detail = file.difference().detail().isEmpty()
                    ? ""
                    : ": " + Words.line(file.difference().detail());
            evidence.add(file.url() + ": " + ServedBy.words(file) + news + detail);
        }
        return evidence;
    }

    private String waited() {
        int polls = release.polls().size();
        return "asked " + Words.times(polls) + " within " + Words.duration(release.waited());
    }

    private Optional<String> hint(List<FileSighting> lagging, FileSighting first) {
        Optional<String> origin = release.places().stream()
                .filter(place -> place.place().kind() == Place.Kind.ORIGIN)
                .filter(place -> isLiveAt(place, first))
                .map(place -> "the origin has the release")
                .findFirst();
        boolean isKept = ServedBy.news(first).filter(CacheNews::isKept).isPresent();
        if (origin.isPresent() || isKept) {
            List<URI> urls = lagging.stream()
                    .filter(file -> origin.isPresent()
                            || ServedBy.news(file).filter(CacheNews::isKept).isPresent())
                    .map(FileSighting::url)
                    .toList();
            String kept = isKept ? keptWords(first) : "";
            String both = origin.isPresent() && isKept ? ", and " : "";
            return Optional.of(origin.orElse("") + both + kept + ": purge " + purge(urls));
        }
        return switch (state) {
            case STALE, CONVERGING, MIXED, MISSING ->
                Optional.of("no cache says that it kept this: the upload did not reach this place, or not all of it");
            case FOREIGN -> Optional.of("compare the environment's url and the --release that was given");
            case LIVE -> Optional.empty();
        };
    }

    private String keptWords(FileSighting first) {
        CacheNews news = ServedBy.news(first).orElseThrow();
        String age = news.age().map(time -> " (" + time.toSeconds() + " s old)").orElse("");
        String what = ReleaseStates.isMissing(first)
                ? "that it is missing"
                : "the old " + (first.file().isPage() ? "page" : "file");
        return news.cache() + " still serves " + what + age;
    }

    private static String purge(List<URI> urls) {
        return urls.get(0) + (urls.size() == 1 ? "" : " and " + (urls.size() - 1) + " more");
    }

    private Optional<Finding> unneeded() {
        List<FileSighting> missing = release.site().files().stream()
                .filter(file -> UnwantedFiles.isUnwanted(file.file().key()) && !file.isLive())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.on(
                                page.url(),
                                ReleaseCheck.NAME,
                                Severity.SEV4,
                                missing.get(0).url().toString())
                        .message("files of the package that no page needs are not live: " + ServedBy.list(missing))
                        .expected(ServedBy.expected(missing.get(0)))
                        .actual(ServedBy.words(missing.get(0)))
                        .hint("leave them out of the package, if they are not meant to be uploaded")
                        .build());
    }

    private static boolean isLiveAt(PlaceSighting place, FileSighting wanted) {
        return place.files().stream()
                .anyMatch(file -> file.file().key().equals(wanted.file().key()) && file.isLive());
    }

    private static boolean isSiteLive(Poll poll) {
        return poll.states().get(0) == ReleaseState.LIVE;
    }

    private static Optional<FileSighting> first(List<FileSighting> files, Predicate<FileSighting> which) {
        return files.stream().filter(which).findFirst();
    }

    private static String name(ReleaseState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
