package dev.smokerunner.check.cause;

import dev.smokerunner.check.asset.Asset;
import dev.smokerunner.check.asset.Assets;
import dev.smokerunner.check.asset.BlockedEvaluation;
import dev.smokerunner.check.asset.BlockedInline;
import dev.smokerunner.check.packing.Namesakes;
import dev.smokerunner.check.page.ApiCallCheck;
import dev.smokerunner.check.page.ElementTrouble;
import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.page.SeveralBuilds;
import dev.smokerunner.check.web.LostScripts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Places;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.StatedDigest.Keeper;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the cause that explains what went wrong on a page. */
final class Explanations {
    /** What the page itself forbids or mistypes explains errors also where the file is another site's. */
    private static final Set<String> EXPLAIN_THOUGH_MILD = Set.of("api-call", "asset-integrity", "asset-blocked");

    private static final Set<String> NOT_ONLY_OWN = Set.of("asset-host", "asset-integrity", "asset-blocked");

    /** What names files that a visit may never ask for. */
    private static final Set<Reference.Origin> FOR_LATER = EnumSet.of(Reference.Origin.SCRIPT, Reference.Origin.TABLE);

    private static final Set<Role> CODE = EnumSet.of(Role.SCRIPT, Role.MODULE);

    private final PageObservation page;
    private final Overrides overrides;
    private final Definitions definitions;
    private final boolean hasSeveralBuilds;
    private final LostScripts lost;
    private final Map<String, Asset> assets = new HashMap<>();

    Explanations(PageObservation page, Overrides overrides) {
        this.page = page;
        this.overrides = overrides;
        this.definitions = new Definitions(page);
        this.lost = LostScripts.of(page);
        this.hasSeveralBuilds = SeveralBuilds.of(page).isPresent();
        Assets.of(page).forEach(asset -> assets.put(asset.url().toString(), asset));
    }

    /** Whether a finding is about a script that the page runs, or would run. */
    boolean isScript(Finding finding) {
        return isOf(finding, asset -> asset.isScript() && isWanted(asset)) || isRefusedInline(finding);
    }

    /** Whether the page keeps its own inline script from running. */
    private static boolean isRefusedInline(Finding finding) {
        return finding.check().equals("asset-blocked")
                && finding.impact().isAtLeast(Severity.SEV3)
                && finding.message().startsWith(BlockedInline.SCRIPT);
    }

    /** The cause of an error that follows from a file and never says from which: of WebAssembly, or of what starts all. */
    private Optional<Cause> ofUnnamedFile(Finding symptom, List<Cause> causes) {
        boolean isOfStart = Mentions.isOfFailedCall(symptom) || Mentions.isOfLostCode(symptom);
        return first(
                causes,
                cause -> Mentions.isOfWasm(symptom)
                                && any(cause, part -> part.subject().endsWith(".wasm"))
                        || isOfStart && any(cause, this::isOfStart));
    }

    /** The cause of an error or a delay: one that it names, else one that such errors follow from. */
    Optional<Cause> ofError(Finding symptom, List<Cause> causes) {
        return ofNames(symptom, causes)
                .or(() -> ofUnnamedFile(symptom, causes))
                .or(() -> Mentions.isOfLostCode(symptom)
                        ? first(causes, cause -> isStrong(cause) && isLostCode(cause))
                        : Optional.empty())
                .or(() -> first(causes, cause -> isOfOthers(symptom, cause)))
                .or(() -> first(causes, cause -> Mentions.isSaidAgain(symptom, cause.finding())))
                .or(() -> first(causes, cause -> Mentions.isGivenUp(symptom, cause.finding())))
                .or(() -> Mentions.isOfLostCode(symptom) && symptom.impact().isAtLeast(Severity.SEV3)
                        ? first(causes, this::isLostScript)
                        : Optional.empty());
    }

    /** The cause whose file an error names; else the one where it is thrown, else the one whose call it is about. */
    private Optional<Cause> ofNames(Finding symptom, List<Cause> causes) {
        return first(
                        causes,
                        cause -> isStrong(cause)
                                && cause.same().stream().anyMatch(part -> Mentions.isNamed(symptom, part)))
                .or(() -> first(causes, cause -> isStrong(cause) && any(cause, part -> Mentions.isAt(symptom, part))))
                .or(() -> first(
                        causes, cause -> isStrong(cause) && any(cause, part -> Mentions.isOfCall(symptom, part))));
    }

    /**
     * What may have led to an error: a call of the same script that failed, or the exception before one that sounds as if the
     * rest of a script were missing.
     */
    Optional<Cause> ofLaterError(Finding symptom, List<Cause> causes) {
        Optional<Cause> ofCall = first(causes, cause -> isStrong(cause) && isOfCaller(symptom, cause));
        return ofCall.isPresent()
                ? ofCall
                : symptom.check().equals("page-error") && Mentions.isOfLostCode(symptom)
                        ? first(causes, cause -> isStrong(cause) && isLostError(cause))
                        : Optional.empty();
    }

    /** The cause of something that is not on the page: a script that does not run, a call that fails, an exception. */
    Optional<Cause> ofLack(Finding lack, List<Cause> causes) {
        boolean isHidden = lack.message().contains(ElementTrouble.NOT_SEEN);
        return causes.stream()
                .filter(cause -> cause.impact().isAtLeast(Severity.SEV3)
                        || BlockedEvaluation.isOne(cause.finding())
                        || overrides.settle(cause.finding()))
                .filter(cause -> isLostCode(cause)
                        || BlockedEvaluation.isOne(cause.finding())
                        || isLostError(cause)
                        || isCall(cause) && !ApiCallCheck.isNeverMade(lack)
                        || isHidden && any(cause, part -> isOf(part, asset -> asset.role() != Role.ICON)))
                .min(Comparator.comparing((Cause cause) -> !isLostCode(cause)).thenComparing(Cause::impact))
                .or(() -> first(causes, this::isLostScript));
    }

    /** Whether a script that the page waits for is named on a host of others that is not there, or may not be used. */
    private boolean isLostScript(Cause cause) {
        Finding finding = cause.finding();
        return switch (finding.check()) {
            case "third-party" -> lost.isWaitedFor(finding.subject());
            case "asset-blocked" ->
                page.references().stream()
                        .filter(reference -> CODE.contains(reference.role()))
                        .flatMap(reference -> reference.url().stream())
                        .anyMatch(url ->
                                url.toString().equals(finding.subject()) && lost.isWaitedFor(Requests.host(url)));
            default -> false;
        };
    }

    /** A symptom that no cause of the page's own explains, with the nearest there is to one. */
    Finding hinted(Finding symptom) {
        if (symptom.hint().isPresent() || !symptom.impact().isAtLeast(Severity.SEV3)) {
            return symptom;
        }
        boolean mayLackCode = !symptom.check().equals("page-error")
                || Mentions.isOfLostCode(symptom)
                || Mentions.isOfFailedCall(symptom);
        return definitions
                .hint(symptom.message(), symptom.subject())
                .or(() -> Namesakes.hint(page, symptom.message()))
                .or(() -> mayLackCode ? Strangers.hint(page, symptom) : Optional.empty())
                .map(hint -> symptom.toBuilder().hint(hint).build())
                .orElse(symptom);
    }

    /** What came in the end explains no failure, unless the config made little of a real cause. */
    private boolean isStrong(Cause cause) {
        return cause.impact().isAtLeast(Severity.SEV3)
                || EXPLAIN_THOUGH_MILD.contains(cause.finding().check())
                || overrides.settle(cause.finding());
    }

    /** Whether code is lost by it: a script's, or the rest of one that threw. */
    private boolean isLostCode(Cause cause) {
        return switch (cause.finding().check()) {
            case "script-tag" -> true;
            case PageStatusCheck.NAME -> hasSeveralBuilds;
            case "package" -> cause.finding().subject().matches(".*\\.m?js");
            default -> any(cause, part -> isScript(part) || isScriptOfOthers(part) || isOfStart(part));
        };
    }

    /** Whether a finding is about a script of another site that the page needs no less: a wrong host, a wrong digest. */
    private boolean isScriptOfOthers(Finding finding) {
        return NOT_ONLY_OWN.contains(finding.check())
                && page.references().stream()
                        .filter(reference -> reference.role() == Role.SCRIPT || reference.role() == Role.MODULE)
                        .flatMap(reference -> reference.url().stream())
                        .anyMatch(url -> url.toString().equals(finding.subject()));
    }

    /** Whether a call fails by it. */
    private static boolean isCall(Cause cause) {
        return cause.same().stream().anyMatch(finding -> finding.check().equals("api-call"));
    }

    /** Whether the application does not start without the bytes that a finding misses. */
    private boolean isOfStart(Finding finding) {
        return finding.check().startsWith("asset-")
                && page.references().stream()
                        .filter(reference -> reference.demands().isFor(Keeper.START))
                        .flatMap(reference -> reference.url().stream())
                        .anyMatch(url -> url.toString().equals(finding.subject()));
    }

    private static boolean isLostError(Cause cause) {
        return cause.finding().check().equals("page-error");
    }

    /** Whether it is thrown by the script whose call failed: what it says of it rarely names the address. */
    private boolean isOfCaller(Finding symptom, Cause cause) {
        return symptom.check().equals("page-error") && any(cause, part -> isFailedCallOf(symptom, part));
    }

    private boolean isFailedCallOf(Finding error, Finding part) {
        String thrower = error.subject().replaceFirst(":\\d+$", "");
        boolean isCall = Urls.of(part.subject()).stream()
                .flatMap(url -> page.requestsFor(url).stream())
                .filter(request -> request.kind() == BrowserRequest.Kind.CALL && !request.isOk())
                .flatMap(request -> request.initiator().stream())
                .anyMatch(by -> by.replaceFirst(":\\d+$", "").equals(thrower));
        return isCall || error.impact().isAtLeast(Severity.SEV3) && isFetchedEarly(part);
    }

    /** Whether the HTML has it fetched for a script: then the script's own call is answered by that, and not to be seen. */
    private boolean isFetchedEarly(Finding finding) {
        return page.references().stream()
                .filter(reference -> reference
                        .url()
                        .filter(url -> url.toString().equals(finding.subject()))
                        .isPresent())
                .flatMap(reference -> Places.element(page, reference).stream())
                .flatMap(element -> element.attribute("as").stream())
                .anyMatch("fetch"::equalsIgnoreCase);
    }

    /** Whether a finding is about data: a call, or a file that is neither code nor shown. */
    boolean isData(Finding finding) {
        return finding.check().equals("api-call")
                || isOf(finding, asset -> asset.role() == Role.JSON || asset.role() == Role.OTHER);
    }

    /** Whether the words of an error that does no harm are about another site that fails. */
    private static boolean isOfOthers(Finding symptom, Cause cause) {
        return cause.finding().check().equals("third-party")
                && !symptom.impact().isAtLeast(Severity.SEV3)
                && symptom.message().contains(cause.finding().subject());
    }

    /** Whether the page asked for it, or its HTML names it: what it may load later explains nothing now. */
    private boolean isWanted(Asset asset) {
        return !asset.requests().isEmpty()
                || page.browser().value().isEmpty()
                || page.references().stream()
                        .filter(reference ->
                                reference.url().filter(asset.url()::equals).isPresent())
                        .anyMatch(reference -> !FOR_LATER.contains(reference.origin()));
    }

    private boolean isOf(Finding finding, Predicate<Asset> which) {
        return finding.check().startsWith("asset-")
                && Optional.ofNullable(assets.get(finding.subject()))
                        .filter(which)
                        .isPresent();
    }

    private static boolean any(Cause cause, Predicate<Finding> which) {
        return cause.parts().stream().anyMatch(which);
    }

    private static Optional<Cause> first(List<Cause> causes, Predicate<Cause> which) {
        return causes.stream().filter(which).findFirst();
    }
}
