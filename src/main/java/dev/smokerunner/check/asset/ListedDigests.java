package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.StatedDigest.Keeper;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares what lists of the deployment's own state about its files with what is served: one finding for a list, because
 * what rewrites one file on its way rewrites the others of its kind.
 *
 * <p>A service worker's revision may be anything. It counts as a digest only where others of the same list prove that it
 * is one.
 */
final class ListedDigests {
    /** One match could be a file that somebody hashed by hand; two are how the list is made. */
    private static final int ENOUGH = 2;

    private static final int MOST_LINES = 20;

    private final PageView view;
    private final PageObservation page;
    private final List<ListedDigest> digests = new ArrayList<>();
    private final Map<List<Object>, Integer> proofs = new HashMap<>();

    /**
     * The digests that a page's lists state.
     *
     * @param refusals what the browser refused by an integrity, by URL
     */
    ListedDigests(PageView view, Map<String, IntegrityRefusal> refusals) {
        this.view = view;
        this.page = view.observation();
        Map<List<Object>, ListedDigest> once = new LinkedHashMap<>();
        for (Reference reference : page.references()) {
            ListedDigest.of(page, reference, refusals)
                    .ifPresent(one -> once.putIfAbsent(List.of(one.url(), reference.file()), one));
        }
        digests.addAll(once.values());
        digests.stream()
                .filter(one -> one.keeper() == Keeper.REVISION && one.isTrue())
                .forEach(one -> proofs.merge(form(one), 1, Integer::sum));
    }

    /** The files of which something is said. */
    List<URI> claimed() {
        return digests.stream()
                .filter(one -> one.keeper() != Keeper.REVISION)
                .map(ListedDigest::url)
                .toList();
    }

    /** The lists that are not true. */
    List<Detection> findings(String check) {
        Map<List<Object>, List<ListedDigest>> byList = new LinkedHashMap<>();
        digests.stream().filter(this::isWrong).forEach(one -> byList.computeIfAbsent(
                        List.of(one.reference().file(), group(one.keeper())), key -> new ArrayList<>())
                .add(one));
        return byList.values().stream().map(wrong -> finding(check, wrong)).toList();
    }

    /** What a worker refuses as a whole and what it refuses alone is one trouble of one list. */
    private static Keeper group(Keeper keeper) {
        return keeper == Keeper.LATER ? Keeper.RELEASE : keeper;
    }

    private boolean isWrong(ListedDigest one) {
        return one.isFalse()
                && !isToldOtherwise(one)
                && !one.wasTaken(page)
                && one.isUsed(page)
                && (one.keeper() != Keeper.REVISION || isProven(one));
    }

    /** Whether an error page answers in its place, which {@code asset-type} says. */
    private boolean isToldOtherwise(ListedDigest one) {
        return one.refusal().isEmpty()
                && view.asset(one.url())
                        .flatMap(ServedAsset::of)
                        .flatMap(SubstituteBody::of)
                        .isPresent();
    }

    /** Whether others of the list have revisions of this form that are digests; a page's may be made of its sources. */
    private boolean isProven(ListedDigest one) {
        String file = one.url().getPath();
        boolean isFile = file.substring(file.lastIndexOf('/') + 1).contains(".");
        return isFile && proofs.getOrDefault(form(one), 0) >= ENOUGH;
    }

    /** What revisions of one tool have in common: the list, and how long they are. */
    private static List<Object> form(ListedDigest one) {
        return List.of(one.reference().file(), one.stated().text().length());
    }

    private Detection finding(String check, List<ListedDigest> wrong) {
        List<ListedDigest> worstFirst = wrong.stream()
                .sorted(Comparator.comparing(ListedDigest::keeper))
                .toList();
        ListedDigest first = worstFirst.get(0);
        Optional<Rewriting> rewriting = first.body().flatMap(body -> Rewriting.of(body, first.stated()::accepts));
        DetectionBuilder finding = Detection.on(
                        page.url(), check, AssetIntegrityCheck.MISMATCH, impact(first, rewriting), first.url())
                .loses(view.losses(first.url()))
                .said(said(worstFirst))
                .message(message(first, wrong.size()))
                .expected(first.stated().words(first.stated().text()))
                .actual(first.stated().words(first.actual().orElse("")))
                .where(Locations.of(page, first.reference()))
                .hint(hint(first, rewriting))
                .reproduce(first.stated().reproduce(first.url()))
                .attempts(page.attempts());
        worstFirst.stream()
                .flatMap(one -> one.refusal().stream())
                .limit(MOST_LINES)
                .forEach(refusal -> finding.evidence(List.of(refusal.line())));
        worstFirst.stream().skip(1).limit(MOST_LINES).forEach(one -> finding.evidence(List.of("also " + one.url())));
        return finding.build();
    }

    /** What the browser says of it, and what a worker throws where it fetches a whole release and one file is refused. */
    private List<Quote> said(List<ListedDigest> wrong) {
        Stream<Quote> refused = wrong.stream()
                .flatMap(one -> one.refusal().stream())
                .map(IntegrityRefusal::said)
                .limit(MOST_LINES);
        Stream<Quote> thrown = Errors.of(page).stream()
                .filter(message -> wrong.get(0).keeper() == Keeper.RELEASE
                        && message.says(FailedCall.class)
                        && Errors.isThrownByWorker(page, message))
                .map(Errors::said);
        return Stream.concat(refused, thrown).toList();
    }

    private static String message(ListedDigest first, int count) {
        String list = Locations.file(first.reference().file());
        String others = count == 1 ? "" : ", and " + (count - 1) + " more,";
        String verb = count == 1 ? " does" : " do";
        return first.url() + others + verb + " not have the bytes that " + list + " states: " + consequence(first);
    }

    private static String consequence(ListedDigest first) {
        return switch (first.keeper()) {
            case RELEASE ->
                "the service worker refuses this release, so that it works neither offline nor for whom it served before";
            case START -> "browsers refuse what the application starts with";
            case MODULES -> "browsers do not run the module";
            case LATER -> "it is refused as soon as a visitor needs it";
            case MANIFEST -> "who loads it by this list has it refused";
            case REVISION -> "the service worker keeps other bytes than those of its release, until the next one";
        };
    }

    /** What is known to have been put in on the way does no harm where nobody compares. */
    private static Severity impact(ListedDigest first, Optional<Rewriting> rewriting) {
        return switch (first.keeper()) {
            case RELEASE, START, MODULES -> Severity.SEV2;
            case LATER, MANIFEST -> Severity.SEV3;
            case REVISION -> rewriting.isPresent() ? Severity.SEV4 : Severity.SEV3;
        };
    }

    private static String hint(ListedDigest first, Optional<Rewriting> rewriting) {
        String list = Locations.file(first.reference().file());
        String cure = "; deploy files as they were built (binary transfer, no line-end conversion, no minifier or"
                + " injection by a CDN or proxy), or make " + list + " after the last step that changes them";
        boolean isPage = first.body().filter(MediaTypes::looksLikeHtml).isPresent()
                && !Locations.file(first.url()).matches(".*(\\.html?|\\.svg|/[^./]*)");
        if (isPage) {
            return "an HTML page answers instead of it: the file is missing and the server falls back to a page";
        }
        return rewriting
                        .map(how -> how.words() + (how.isProven() ? " after its digest was taken" : ""))
                        .orElse("the file was changed after " + Format.line(list)
                                + " was made, or both are of different releases")
                + cure;
    }
}
