package dev.smokerunner.check.release;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Poll;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what of a release is not served as it was packaged. */
final class ReleaseFindings {
    private static final Kind UNSTEADY = Kind.alone("release-unsteady");

    private static final int MOST_EVIDENCE = 10;
    private static final String STILL_OLD =
            "a cache or a server behind the same name still has the release before: wait longer, or purge the CDN";

    private final PageObservation page;
    private final ReleaseSighting release;
    private final Expectations expected;
    private final List<FileSighting> needed;
    private final ReleaseState state;
    /** Whether nobody is served anything. */
    private final boolean isSilent;

    private final Looks looks;

    ReleaseFindings(PageObservation page, ReleaseSighting release, Expectations expected) {
        this.page = page;
        this.expected = expected;
        this.release = release;
        this.needed = ReleaseStates.needed(release.site());
        this.state = ReleaseStates.of(release.site());
        this.isSilent = ReleaseStates.isSilent(release.site());
        this.looks = new Looks(release.polls());
    }

    /** What is wrong with the release, worst first. */
    List<Detection> findings() {
        List<Detection> findings = new ArrayList<>();
        if (state != ReleaseState.LIVE && state != ReleaseState.UNKNOWN) {
            findings.add(notLive());
        } else if (state == ReleaseState.LIVE
                && !release.arrived()
                && release.polls().stream().anyMatch(poll -> !isSiteLive(poll))) {
            findings.add(unsteady());
        }
        findings.addAll(new AlteredFiles(page, release.site(), expected).findings());
        UnneededFiles.missing(page, release.site()).ifPresent(findings::add);
        return findings;
    }

    private Detection notLive() {
        List<FileSighting> lagging = ReleaseStates.lagging(needed);
        FileSighting first = telling(lagging);
        DetectionBuilder finding = Detection.on(
                        page.url(),
                        ReleaseCheck.NAME,
                        kind(lagging),
                        isSilent ? Severity.SEV1 : impact(lagging),
                        first.url())
                .message(name(state) + ": " + backwards().orElse("") + meaning(lagging) + "; "
                        + ServedBy.count(
                                needed.stream().filter(ReleaseStates::isServed).toList()) + " of "
                        + ServedBy.count(needed)
                        + " files are the release's")
                .expected(ServedBy.expected(first))
                .actual(ServedBy.words(first))
                .evidence(evidence(lagging))
                .loses(
                        lagging.stream().anyMatch(file -> file.url().equals(page.url()))
                                ? Set.of(Loss.MARKUP)
                                : Set.of())
                .reproduce(Reproduction.sum(first.url(), "sha256sum"));
        new Remedy(release, state, looks).against(lagging, first).ifPresent(finding::hint);
        return finding.build();
    }

    private Kind kind(List<FileSighting> lagging) {
        Kind kind = Kind.alone("release-" + state.name().toLowerCase(Locale.ROOT));
        return switch (state) {
            case ALTERED -> kind.toldBy(this::isOfWorsePage).taking(found -> isOfChange(found, lagging));
            case MISSING -> kind.toldBy(this::isOfWorsePage).taking(found -> isMissing(found, lagging));
            default -> kind.taking(found -> isMissing(found, lagging));
        };
    }

    /** Whether something worse was found on the page itself: that it ends in the middle, or that it is closed to everybody. */
    private boolean isOfWorsePage(Detection own, Detection other) {
        return other.kind().bearing() == Kind.Bearing.ALONE
                && other.subject().isUrl(page.url().toString())
                && other.impact().compareTo(own.impact()) < 0
                && (state == ReleaseState.ALTERED
                        ? own.subject().equals(other.subject())
                        : needed.stream().noneMatch(ReleaseStates::isServed));
    }

    /** Whether it is what a change on the way does: it is about a changed file, or about what a policy put in forbids. */
    private boolean isOfChange(Detection found, List<FileSighting> lagging) {
        boolean isOfFile = lagging.stream()
                .anyMatch(file -> found.subject().isUrl(file.url().toString()));
        return found.kind().bearing() == Kind.Bearing.CAUSE
                && (isOfFile || found.kind().isSaidByTheBrowser() && hasPolicyPutIn(lagging));
    }

    private static boolean hasPolicyPutIn(List<FileSighting> lagging) {
        return lagging.stream()
                .flatMap(file -> file.difference().page().stream())
                .flatMap(page -> page.changes().stream())
                .anyMatch(change -> change.touched() == Touched.POLICY);
    }

    /** Whether it is one of the files that are missing here: the release tells which they are. */
    private static boolean isMissing(Detection found, List<FileSighting> lagging) {
        return found.kind().bearing() == Kind.Bearing.CAUSE
                && lagging.stream().filter(ReleaseStates::isMissing).anyMatch(file -> found.subject()
                        .isUrl(file.url().toString()));
    }

    /** What was altered is as bad as what was altered in it; in every other state nobody knows what visitors are served. */
    private static Severity impact(List<FileSighting> lagging) {
        boolean isAltered = lagging.stream()
                .allMatch(file -> ReleaseStates.isOther(file) && ReleaseStates.isNoMoreThanAltered(file));
        return isAltered
                ? lagging.stream()
                        .map(ReleaseFindings::impactOfAltered)
                        .min(Comparator.naturalOrder())
                        .orElse(Severity.SEV2)
                : Severity.SEV2;
    }

    private static Severity impactOfAltered(FileSighting file) {
        boolean isCode = file.file().name().isScript() || file.file().name().isStyle();
        return file.difference().page().map(ServedPages::impact).orElse(isCode ? Severity.SEV2 : Severity.SEV3);
    }

    private Detection unsteady() {
        return Detection.on(page.url(), ReleaseCheck.NAME, UNSTEADY, Severity.SEV2, page.url())
                .message(
                        "converging: the release is served now, but the answers still disagreed when the waiting ended: "
                                + looks.words())
                .expected("the same answer each time")
                .actual(looks.words())
                .evidence(List.of(waited()))
                .hint(looks.isInTurn() ? Looks.TWO_BUILDS : STILL_OLD)
                .build();
    }

    /** Pages tell more than assets, and what everybody is led to first more than the rest. */
    private FileSighting telling(List<FileSighting> lagging) {
        Predicate<FileSighting> isTelling =
                state == ReleaseState.MISSING ? ReleaseStates::isMissing : ReleaseStates::isOther;
        return first(lagging, file -> isTelling.test(file) && file.url().equals(page.url()))
                .or(() -> first(
                        lagging, file -> isTelling.test(file) && file.file().isPage()))
                .or(() -> first(lagging, isTelling))
                .orElseGet(() -> lagging.get(0));
    }

    private String meaning(List<FileSighting> lagging) {
        List<FileSighting> missing =
                lagging.stream().filter(ReleaseStates::isMissing).toList();
        List<FileSighting> other =
                lagging.stream().filter(ReleaseStates::isOther).toList();
        return switch (state) {
            case LIVE, UNKNOWN -> "";
            case STALE ->
                "the page that is served is not the release's but "
                        + (other.stream().anyMatch(FileSighting::isPrevious)
                                ? "that of the release before"
                                : "another one of the same product")
                        + kept(other) + strange(other) + ": " + ServedBy.list(other);
            case ALTERED ->
                (telling(lagging).file().isPage()
                                ? "the page is the release's, and something changed it: "
                                : "the pages are the release's, and something changed what they load: ")
                        + ServedBy.list(other)
                        + detail(other);
            case MIXED -> "pages and assets that are served are not of one release: " + ServedBy.list(other);
            case MISSING ->
                (isSilent ? "nothing answers where the release should be: " : "files of the release are not there: ")
                        + ServedBy.list(missing);
            case FOREIGN ->
                telling(lagging).file().isPage() && !other.isEmpty()
                        ? ServedPages.words(telling(lagging)) + " answers where the release should be: "
                                + ServedBy.list(other)
                        : "something else answers where the release should be: " + ServedBy.list(other);
            case CONVERGING -> "some of the pages are the release's and others are not yet: " + ServedBy.list(other);
        };
    }

    /** What the page names that the release does not have: the mark of another one. */
    private static String strange(List<FileSighting> files) {
        return files.stream()
                .flatMap(file -> file.difference().page().stream())
                .flatMap(seen -> seen.strangeFiles().stream())
                .findFirst()
                .map(file -> ", which names " + Format.line(file, 150))
                .orElse("");
    }

    private static String detail(List<FileSighting> files) {
        return files.stream()
                .map(file -> file.difference().detail())
                .filter(detail -> !detail.isEmpty())
                .findFirst()
                .map(detail -> ": " + Format.line(detail))
                .orElse("");
    }

    private static String kept(List<FileSighting> files) {
        return files.stream()
                .flatMap(file -> ServedBy.keeper(file).stream())
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
        return looks.isInTurn()
                ? Optional.of("two builds answer in turn: " + looks.words() + "; ")
                : live.map(poll -> "the release went backwards, it was live after " + Format.duration(poll.at()) + ", "
                        + looks.words() + "; ");
    }

    private List<String> evidence(List<FileSighting> lagging) {
        List<String> evidence = new ArrayList<>();
        evidence.add(waited());
        if (Unasked.isIn(release.site())) {
            evidence.add(Unasked.words(release.site()));
        }
        for (FileSighting file : lagging.subList(0, Math.min(MOST_EVIDENCE, lagging.size()))) {
            String news = ServedBy.news(file)
                    .map(told -> ", " + String.join(", ", told.quoted()))
                    .orElse("");
            evidence.add(file.url() + ": " + ServedBy.words(file) + news + difference(file));
        }
        return evidence;
    }

    /** What of another release differs is no change that something made to this one. */
    private static String difference(FileSighting file) {
        if (file.isPrevious()) {
            return ": that of the release before";
        }
        String detail = file.difference().detail();
        return detail.isEmpty() ? "" : ": " + Format.line(detail);
    }

    private String waited() {
        int polls = release.polls().size();
        return "asked " + Format.times(polls) + " within " + Format.duration(release.waited())
                + (polls == 1 ? "" : ": " + looks.words());
    }

    private static boolean isSiteLive(Poll poll) {
        return poll.states().get(0) == ReleaseState.LIVE;
    }

    private static Optional<FileSighting> first(List<FileSighting> files, Predicate<FileSighting> which) {
        return files.stream().filter(which).findFirst();
    }

    private static String name(ReleaseState state) {
        return state == ReleaseState.ALTERED
                ? "altered on the way"
                : state.name().toLowerCase(Locale.ROOT);
    }
}
