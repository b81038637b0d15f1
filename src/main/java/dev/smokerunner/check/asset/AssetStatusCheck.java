package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.AssetCaches;
import dev.smokerunner.check.view.Blockings;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.Recovery;
import dev.smokerunner.check.web.PageFolder;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.observation.Redirect;
import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a page needs from its own site and does not get. */
public record AssetStatusCheck() implements Check {
    static final Kind MISSING = Kind.cause("asset-missing").ofAddress();
    private static final Kind REFUSED = Kind.cause("asset-refused").ofAddress();
    private static final Set<NetworkFailure.Kind> UNTOLD =
            EnumSet.of(NetworkFailure.Kind.BLOCKED, NetworkFailure.Kind.OTHER);
    private static final Kind UNANSWERED = Kind.cause("asset-unanswered").ofAddress();

    private static final String FOR_LATER =
            "only a script names it and this visit did not ask for it: the page works until a visitor needs it";

    private static final String NOT_ALIKE =
            "servers or edges behind the address hold different builds, or one of them lacks it";
    private static final String TO_SOME =
            "it is there, and not for everybody who asks: " + NOT_ALIKE + ", or a rule looks at who asks";

    @Override
    public String name() {
        return "asset-status";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<Asset> assets = view.assets();
        List<Detection> findings = new ArrayList<>();
        Blockings refusals = view.blockings();
        assets.stream().filter(asset -> !refusals.explain(asset)).forEach(asset -> trouble(page, asset)
                .ifPresent(findings::add));
        findings.addAll(Recovery.ofAssets(name(), view));
        List<Asset> unknown = assets.stream().filter(Asset::isUnknown).toList();
        if (findings.isEmpty() && !unknown.isEmpty()) {
            return Judgement.errored(
                    name(),
                    unknown.size() + " of " + assets.size() + " references were not asked for, the first is "
                            + unknown.get(0).url());
        }
        return assets.isEmpty()
                ? Judgement.skipped(name(), "the page names nothing of its own site")
                : Judgement.judged(name(), assets.size(), findings);
    }

    private Optional<Detection> trouble(PageObservation page, Asset asset) {
        if (asset.served().isPresent()) {
            return MissingSymbols.of(name(), asset);
        }
        if (KeptManifest.is(asset)) {
            return Optional.of(KeptManifest.finding(name(), asset));
        }
        Optional<Rate> rate = flapping(asset);
        if (rate.isPresent()) {
            return rate.map(often -> comingAndGoing(asset, often));
        }
        return asset.refused()
                .filter(request -> !isHeldBackFrom(asset, request))
                .map(request -> ofBrowser(asset, request))
                .orElseGet(() -> asset.answer().flatMap(answer -> ofHttp(page, asset, answer)));
    }

    /** How often it failed, where plain HTTP alone saw it there and not there, more than once. */
    private static Optional<Rate> flapping(Asset asset) {
        return asset.answer()
                .filter(answer -> answer.isOk() || answer.attempts().stream().anyMatch(HttpAnswer.Attempt::wasGood))
                .flatMap(HttpAnswer::rate)
                .filter(Rate::isWorthKnowing);
    }

    private Detection comingAndGoing(Asset asset, Rate rate) {
        return Recovery.comingAndGoing(asset.badAnswer(name(), Recovery.HEALED), asset.title(), rate)
                .actual(rate.toString())
                .hint(NOT_ALIKE + ": ask each of them, and deploy one and the same build to all")
                .evidence(asset.answer().stream()
                        .flatMap(answer -> answer.attempts().stream())
                        .map(attempt -> Format.line(attempt.words()) + " when asked again")
                        .distinct()
                        .toList())
                .build();
    }

    /**
     * Whether the browser does not say what came, because it may not be read, or because a worker's import says of each answer
     * but a good one that it is no answer; plain HTTP knows that it is missing.
     */
    private static boolean isHeldBackFrom(Asset asset, BrowserRequest request) {
        return request.status().isEmpty()
                && request.failure()
                        .map(NetworkFailure::kind)
                        .filter(UNTOLD::contains)
                        .isPresent()
                && asset.answer()
                        .flatMap(HttpAnswer::response)
                        .filter(response -> !response.isOk())
                        .isPresent();
    }

    private Optional<Detection> ofBrowser(Asset asset, BrowserRequest request) {
        int status = request.status().orElse(0);
        if (status < 400
                && request.failure().filter(AssetStatusCheck::concernsBody).isPresent()) {
            return Optional.empty();
        }
        DetectionBuilder finding = status >= 400
                ? refused(asset, status, Requests.words(request))
                : unanswered(asset, request.finalUrl(), why(request.failure()), Requests.words(request));
        request.initiator().ifPresent(by -> finding.evidence(List.of("asked for by " + Format.line(by))));
        asset.answer().filter(HttpAnswer::isOk).ifPresent(answer -> finding.evidence(List.of(differs(asset)))
                .hint(TO_SOME));
        return Optional.of(finding.build());
    }

    /** Some asks get it and some do not: an edge that flaps, or a server that looks at who asks. */
    private static String differs(Asset asset) {
        long refused = asset.requests().stream().filter(Requests::hasFailed).count();
        return "plain HTTP gets it, the browser does not (" + refused + " of " + (refused + 1)
                + " asks failed): edges or servers that are not alike, or a rule that looks at who asks";
    }

    private Optional<Detection> ofHttp(PageObservation page, Asset asset, HttpAnswer answer) {
        int status = answer.response().map(HttpResponse::status).orElse(0);
        if (isTurnedAway(page, status)) {
            return Optional.empty();
        }
        boolean isRefused = status != 0 && (status < 200 || status >= 300);
        Optional<DetectionBuilder> finding = isRefused
                ? answer.response()
                        .map(response -> refused(
                                asset,
                                status,
                                Format.status(status, response.headers()) + ", "
                                        + Format.bytes(response.body().length())))
                : answer.failure()
                        .filter(failure -> !concernsBody(failure))
                        .map(failure -> unanswered(asset, end(answer), failure.kind(), Format.failure(failure)));
        return finding.map(found -> found.attempts(answer.tries())
                .evidence(answer.attempts().stream()
                        .filter(HttpAnswer.Attempt::wasGood)
                        .map(attempt -> attempt.words() + " when asked again: edges or servers that are not alike")
                        .toList())
                .evidence(answer.rate().map(Rate::toString).stream().toList())
                .evidence(isForLater(page, asset) ? List.of(FOR_LATER) : List.of())
                .build());
    }

    /** Whether a wall before the site turns plain HTTP away from everything, also from the page that the browser gets. */
    private static boolean isTurnedAway(PageObservation page, int status) {
        boolean isPageRefused = page.document()
                .response()
                .filter(response -> response.status() == status && !response.isOk())
                .isPresent();
        return isPageRefused
                && page.browser()
                        .value()
                        .flatMap(BrowserVisit::document)
                        .filter(BrowserRequest::isOk)
                        .isPresent();
    }

    private static URI end(HttpAnswer answer) {
        List<Redirect> hops = answer.redirects();
        return hops.isEmpty() ? answer.url() : hops.get(hops.size() - 1).to();
    }

    /** Whether only a script names it, and no script has asked for it. */
    private static boolean isForLater(PageObservation page, Asset asset) {
        return page.browser().value().isPresent()
                && !asset.references().isEmpty()
                && asset.references().stream().allMatch(named -> named.origin() == Reference.Origin.SCRIPT);
    }

    private DetectionBuilder refused(Asset asset, int status, String actual) {
        StatusMeaning meaning = StatusMeaning.of(status, asset.answer().flatMap(HttpAnswer::response));
        DetectionBuilder finding = finding(asset, meaning.isMissing() ? MISSING : REFUSED, actual)
                .message(asset.title(), meaning.verb(), meaning.words())
                .trouble(status)
                .absent(meaning.isMissing())
                .lastly(meaning.isMissing() ? AssetCaches.ofPageBefore(asset.observation()) : List.of());
        String hint = meaning.isMissing()
                ? PlusSign.hint(asset).or(() -> besideThePage(asset)).orElseGet(() -> hint(asset))
                : meaning.hint();
        return hint.isEmpty() ? finding : finding.hint(hint);
    }

    private DetectionBuilder unanswered(Asset asset, URI end, NetworkFailure.Kind why, String trouble) {
        boolean isElsewhere = !Requests.host(end).equals(Requests.host(asset.url()));
        String from = isElsewhere ? " from " + Requests.host(end) + ", where it is redirected to" : "";
        return finding(asset, UNANSWERED, trouble)
                .message(asset.title(), Verb.DO, " not load" + from + ": " + trouble)
                .trouble(why, isElsewhere ? Requests.host(end) : "");
    }

    private static NetworkFailure.Kind why(Optional<NetworkFailure> failure) {
        return failure.map(NetworkFailure::kind).orElse(NetworkFailure.Kind.OTHER);
    }

    private DetectionBuilder finding(Asset asset, Kind kind, String actual) {
        return asset.badAnswer(name(), kind).expected("status 200 to 299").actual(actual);
    }

    private static Optional<String> besideThePage(Asset asset) {
        return asset.references().stream()
                .filter(reference -> reference.origin() == Reference.Origin.HTML)
                .flatMap(reference -> PageFolder.hint(asset.page(), reference.raw()).stream())
                .findFirst();
    }

    private static String hint(Asset asset) {
        return FileName.of(asset.url().getPath()).hasHash()
                ? "page and assets are of different releases, or the upload is not complete: compare the name with the build"
                : "it was not uploaded, or is named wrongly: names differ by case, folder and extension";
    }

    /** Whether it came, but not as it was sent: {@code asset-body} says that. */
    private static boolean concernsBody(NetworkFailure failure) {
        return failure.kind() == NetworkFailure.Kind.TRUNCATED || failure.kind() == NetworkFailure.Kind.DECODING;
    }
}
