package dev.smokerunner.check.release;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what a place serves with what the site itself serves. */
final class EdgeFindings {
    private static final Kind SILENT = Kind.alone("edge-silent");
    private static final Kind WRONG = Kind.alone("edge-differs");
    private static final Kind LACKING = Kind.alone("site-lacks-edge-file");

    private static final int MOST_EVIDENCE = 10;

    private final PageObservation page;
    private final PlaceSighting site;
    private final Map<String, FileSighting> ofSite = new HashMap<>();

    EdgeFindings(PageObservation page, PlaceSighting site) {
        this.page = page;
        this.site = site;
        // A folder's page has two addresses, and the folder's, which everybody takes, comes first.
        site.files().forEach(file -> ofSite.putIfAbsent(file.file().key(), file));
    }

    /** What is wrong with a place; absent where it serves what it should, or what the site serves as well. */
    Optional<Detection> about(PlaceSighting place) {
        List<Pair> pairs = pairs(place);
        boolean isSilent =
                place.files().stream().allMatch(file -> file.answer().response().isEmpty());
        if (isSilent && !pairs.isEmpty()) {
            return Optional.of(silent(place, pairs.get(0)));
        }
        List<Pair> onlyThere = pairs.stream()
                .filter(pair -> !isGood(pair.here()) && isGood(pair.there()))
                .toList();
        List<Pair> wrong = pairs.stream()
                .filter(pair -> !pair.there().isLive() || pair.isMistyped())
                .filter(pair -> !onlyThere.contains(pair))
                .toList();
        if (!wrong.isEmpty()) {
            return Optional.of(wrong(place, wrong));
        }
        // With a release the site's own lack is told by the check of that name.
        boolean isTold = page.site().release().value().isPresent();
        return onlyThere.isEmpty() || isTold ? Optional.empty() : Optional.of(lacking(place, onlyThere));
    }

    /** The same file here, on the site itself, and there. */
    private record Pair(FileSighting here, FileSighting there) {
        boolean isSame() {
            return digest(here).equals(digest(there)) && status(here) == status(there) && !isMistyped();
        }

        /** Whether browsers may refuse it there alone, for the type that it is sent with. */
        boolean isMistyped() {
            return there.answer().isOk() && !AlteredFiles.isTyped(there) && AlteredFiles.isTyped(here);
        }

        boolean isUnknown() {
            return here.isUnasked() || there.isUnasked();
        }

        private static String digest(FileSighting file) {
            return file.answer().isOk()
                    ? file.answer().whole().map(r -> r.body().sha256()).orElse("")
                    : "";
        }

        private static int status(FileSighting file) {
            return file.answer().response().map(HttpResponse::status).orElse(0);
        }
    }

    private List<Pair> pairs(PlaceSighting place) {
        List<Pair> pairs = new ArrayList<>();
        for (FileSighting there : ReleaseStates.needed(place)) {
            Optional.ofNullable(ofSite.get(there.file().key()))
                    .map(here -> new Pair(here, there))
                    .filter(pair -> !pair.isSame() && !pair.isUnknown())
                    .ifPresent(pairs::add);
        }
        return pairs;
    }

    private Detection silent(PlaceSighting place, Pair first) {
        Optional<NetworkFailure.Kind> why = first.there().answer().failure().map(NetworkFailure::kind);
        boolean isRefusedByUs =
                why.filter(kind -> kind == NetworkFailure.Kind.TLS).isPresent();
        return start(
                        SILENT,
                        first.there(),
                        place,
                        place.place().name() + " "
                                + why.map(EdgeFindings::trouble).orElse("does not answer") + ", while the site "
                                + (isRefusedByUs ? "can" : "does"))
                .expected(ServedBy.words(first.here()))
                .actual(ServedBy.words(first.there()))
                .hint(
                        isRefusedByUs
                                ? "browsers turn away visitors whom it serves: give it the certificate that the site has"
                                : "take it out of the configuration, or out of the name's addresses, if it is not in use")
                .build();
    }

    private static String trouble(NetworkFailure.Kind kind) {
        return switch (kind) {
            case DNS -> "does not answer: its name does not resolve";
            case TLS -> "cannot be used: its certificate or handshake is wrong";
            case TIMEOUT -> "does not answer in time";
            case REFUSED, RESET, TRUNCATED, REDIRECT_LOOP, DECODING, BLOCKED, ABORTED, UNASKED, FORBIDDEN_PORT, OTHER ->
                "does not answer";
        };
    }

    private Detection wrong(PlaceSighting place, List<Pair> wrong) {
        List<FileSighting> there = wrong.stream().map(Pair::there).toList();
        FileSighting first = there.get(0);
        boolean isKept = ServedBy.keeper(first).isPresent();
        DetectionBuilder finding = start(
                        WRONG,
                        first,
                        place,
                        place.place().name() + " does not serve what "
                                + site.place().name() + " serves: " + ServedBy.list(there))
                .expected(ServedBy.words(wrong.get(0).here()))
                .actual(ServedBy.words(first))
                .evidence(evidence(wrong));
        if (first.answer().isOk()) {
            // Its headers are those of a good answer.
            finding.reproduce(Reproduction.sum(first.url(), "sha256sum", place.place()));
        }
        return (isKept ? finding.hint("it kept an old answer: purge " + first.url() + " there") : finding).build();
    }

    private Detection lacking(PlaceSighting place, List<Pair> lacking) {
        FileSighting first = lacking.get(0).here();
        boolean isKept = ServedBy.keeper(first).isPresent();
        String status = first.answer().response().map(r -> "a " + r.status()).orElse("no answer");
        return start(
                        LACKING,
                        first,
                        site,
                        place.place().name() + " has it, and " + site.place().name() + " "
                                + (isKept ? "has cached " : "answers with ") + status + ": "
                                + ServedBy.list(lacking.stream().map(Pair::here).toList()))
                .expected(ServedBy.words(lacking.get(0).there()))
                .actual(ServedBy.words(first))
                .evidence(evidence(lacking))
                .hint("purge " + first.url() + (lacking.size() == 1 ? "" : " and " + (lacking.size() - 1) + " more"))
                .build();
    }

    private DetectionBuilder start(Kind kind, FileSighting subject, PlaceSighting of, String message) {
        return Detection.on(page.url(), EdgesCheck.NAME, kind, Severity.SEV2, subject.url())
                .message(message)
                .reproduce(Reproduction.headers(subject.url(), of.place()));
    }

    private List<String> evidence(List<Pair> pairs) {
        List<String> evidence = new ArrayList<>();
        for (Pair pair : pairs.subList(0, Math.min(MOST_EVIDENCE, pairs.size()))) {
            String key = Format.line(pair.there().file().key());
            evidence.add(key + " there: " + ServedBy.words(pair.there()) + news(pair.there()));
            evidence.add(key + " here: " + ServedBy.words(pair.here()) + news(pair.here()));
        }
        return evidence;
    }

    private static String news(FileSighting file) {
        return ServedBy.news(file)
                .map(told -> ", " + String.join(", ", told.quoted()))
                .orElse("");
    }

    private static boolean isGood(FileSighting file) {
        return file.answer().isOk() && !ReleaseStates.isStoodInFor(file);
    }
}
