package dev.smokerunner.check.cause;

import dev.smokerunner.check.page.ApiCallCheck;
import dev.smokerunner.check.page.PageStatusCheck;
import dev.smokerunner.check.page.SeveralBuilds;
import dev.smokerunner.check.release.ReleaseDiff;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the findings of one page to their causes: what follows from another finding becomes a line of its evidence.
 *
 * <p>Nothing gets milder by it: a cause takes over the impact of its symptom, unless the config sets the cause's impact;
 * then the symptom stays a finding of its own.
 */
public final class Causes {
    private static final List<String> CAUSES = List.of(
            "script-tag",
            "asset-status",
            "asset-blocked",
            "asset-integrity",
            "asset-type",
            "asset-host",
            "asset-fingerprint",
            "asset-body",
            "package",
            "api-call");
    private static final Set<String> SYMPTOMS = Set.of("page-error", "console-error", "response-time");
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::impact).thenComparing(finding -> CAUSES.indexOf(finding.check()));

    private final Overrides overrides;
    private final Explanations explanations;
    private final SharedTrouble shared;
    private final Optional<SeveralBuilds> builds;
    private final List<Cause> causes = new ArrayList<>();
    private final List<Finding> unexplained = new ArrayList<>();

    /** Prepares to join the findings of a page. */
    public Causes(PageObservation page, Overrides overrides) {
        this.overrides = overrides;
        this.builds = SeveralBuilds.of(page);
        this.explanations = new Explanations(page, overrides);
        this.shared = new SharedTrouble(page, overrides, explanations::isScript, explanations::isData);
    }

    /**
     * The findings that remain, and who tells the others.
     *
     * @param findings the findings that remain
     * @param toldBy the checks whose findings became evidence, with the cause that tells them
     */
    public record Joined(List<Finding> findings, Map<String, String> toldBy) {
        /** Copies both. */
        public Joined {
            findings = List.copyOf(findings);
            toldBy = Map.copyOf(toldBy);
        }
    }

    /** The findings that remain. */
    public Joined joined(List<Finding> findings) {
        SeenCauses seen = new SeenCauses();
        Optional<Cause> ofBuilds = ofBuilds(findings);
        findings.stream()
                .filter(finding -> isCause(finding) && !isTold(ofBuilds, finding))
                .sorted(WORST_FIRST)
                .forEach(finding -> addTo(seen, finding));
        ofBuilds.ifPresent(causes::add);
        causes.addAll(shared.joined(seen.all()));
        findings.stream()
                .filter(finding -> !isCause(finding) && !SYMPTOMS.contains(finding.check()) && !isLack(finding))
                .filter(finding -> ofBuilds.filter(cause -> cause.finding().equals(finding))
                        .isEmpty())
                .forEach(this::addOther);
        findings.stream().filter(finding -> SYMPTOMS.contains(finding.check())).forEach(this::explain);
        List<Finding> lacking = findings.stream().filter(Causes::isLack).toList();
        lacking.forEach(this::explainLack);
        Lacks.joined(unexplained, overrides).forEach(finding -> causes.add(Cause.of(finding)));
        Map<String, String> toldBy = new LinkedHashMap<>();
        causes.forEach(cause -> cause.told()
                .forEach(told -> toldBy.putIfAbsent(
                        told.check(),
                        cause.finding().check() + ": " + cause.finding().subject())));
        return new Joined(causes.stream().map(Cause::asFinding).toList(), toldBy);
    }

    /** That several builds answer, which is one cause of all that one of them lacks. */
    private Optional<Cause> ofBuilds(List<Finding> findings) {
        return builds.isEmpty()
                ? Optional.empty()
                : findings.stream()
                        .filter(finding -> finding.check().equals(PageStatusCheck.NAME))
                        .findFirst()
                        .map(Cause::of);
    }

    private boolean isTold(Optional<Cause> ofBuilds, Finding finding) {
        boolean isTold = ofBuilds.isPresent()
                && builds.filter(several -> several.explains(finding)).isPresent()
                && !wouldHide(ofBuilds.get(), finding);
        if (isTold) {
            ofBuilds.get().sees(finding);
        }
        return isTold;
    }

    /** That a server falls back to a page is told by what it falls back for, where there is such a thing. */
    private void addOther(Finding finding) {
        if (ReleaseDiff.isNoLongerLoaded(finding) && scriptTag().isPresent()) {
            scriptTag().get().sees(finding);
            return;
        }
        Optional<Cause> fallenBack = finding.check().equals("fallback")
                ? causes.stream()
                        .filter(cause -> isSomethingElse(cause.finding()))
                        .findFirst()
                : Optional.empty();
        fallenBack.ifPresentOrElse(cause -> cause.sees(finding), () -> causes.add(Cause.of(finding)));
    }

    /** A tag that no browser can use explains what is no longer loaded. */
    private Optional<Cause> scriptTag() {
        return causes.stream()
                .filter(cause -> cause.finding().check().equals("script-tag"))
                .findFirst();
    }

    private static boolean isSomethingElse(Finding finding) {
        return finding.check().equals("asset-type") && finding.message().contains(" answers instead of ");
    }

    private static boolean isCause(Finding finding) {
        return CAUSES.contains(finding.check()) && !isLack(finding);
    }

    /** Whether it says that something did not come about that should have. */
    private static boolean isLack(Finding finding) {
        return finding.check().equals("element")
                || finding.check().equals("page-blank")
                || ApiCallCheck.isNeverMade(finding);
    }

    private void addTo(SeenCauses seen, Finding finding) {
        Optional<Cause> same = seen.of(finding);
        if (same.isEmpty()) {
            seen.add(Cause.of(finding));
        } else if (wouldHide(same.get(), finding)) {
            seen.add(Cause.of(hinted(finding, same.get().words())));
        } else {
            same.get().sees(finding);
        }
    }

    private void explain(Finding symptom) {
        Optional<Cause> cause = explanations.ofError(symptom, causes);
        if (cause.isEmpty()) {
            explanations
                    .ofLaterError(symptom, causes)
                    .ifPresentOrElse(
                            before -> before.probablyExplains(symptom),
                            () -> causes.add(Cause.of(explanations.hinted(symptom))));
        } else if (wouldHide(cause.get(), symptom)) {
            causes.add(Cause.of(hinted(symptom, cause.get().words())));
        } else {
            cause.get().explains(symptom);
        }
    }

    private void explainLack(Finding lack) {
        Optional<Cause> cause = explanations.ofLack(lack, causes);
        if (cause.isEmpty()) {
            unexplained.add(explanations.hinted(lack));
        } else if (wouldHide(cause.get(), lack)) {
            unexplained.add(hinted(lack, cause.get().words()));
        } else {
            cause.get().probablyExplains(lack);
        }
    }

    private boolean wouldHide(Cause cause, Finding symptom) {
        return overrides.settle(cause.finding()) && !cause.impact().isAtLeast(symptom.impact());
    }

    private static Finding hinted(Finding finding, String cause) {
        return finding.hint().isPresent()
                ? finding
                : finding.toBuilder().hint("probably because of " + cause).build();
    }
}
