package dev.smokerunner.check;

import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Joins the findings of one page to their causes: what follows from another finding becomes a line of its evidence.
 *
 * <p>Nothing gets milder by it: a cause takes over the impact of its symptom, unless the config sets the cause's impact;
 * then the symptom stays a finding of its own.
 */
final class Causes {
    private static final List<String> CAUSES =
            List.of("script-tag", "asset-status", "asset-type", "asset-body", "api-call");
    private static final Set<String> SYMPTOMS = Set.of("page-error", "console-error", "response-time");
    private static final Set<String> ASKED_FOR = Set.of("element", "page-blank");
    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::impact).thenComparing(finding -> CAUSES.indexOf(finding.check()));

    private final Overrides overrides;
    private final Set<String> scripts;

    Causes(PageObservation page, Overrides overrides) {
        this.overrides = overrides;
        this.scripts = Assets.of(page).stream()
                .filter(Asset::isScript)
                .map(Asset::url)
                .map(URI::toString)
                .collect(Collectors.toSet());
    }

    /** The findings that remain. */
    List<Finding> joined(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        findings.stream()
                .filter(finding -> CAUSES.contains(finding.check()))
                .sorted(WORST_FIRST)
                .forEach(finding -> join(kept, finding, cause -> isSameThing(cause, finding)));
        findings.stream()
                .filter(finding -> SYMPTOMS.contains(finding.check()))
                .forEach(symptom -> join(kept, symptom, cause -> explains(cause, symptom)));
        // Before the elements: an exception that nothing explains may explain them.
        Optional<Finding> probable = kept.stream()
                .filter(finding ->
                        !SYMPTOMS.contains(finding.check()) || finding.check().equals("page-error"))
                .filter(finding -> finding.impact().isAtLeast(Severity.SEV3))
                .min(WORST_FIRST.thenComparing(Finding::subject));
        findings.stream()
                .filter(finding -> ASKED_FOR.contains(finding.check()))
                .forEach(finding ->
                        kept.add(probable.map(cause -> hinted(finding, cause)).orElse(finding)));
        findings.stream().filter(finding -> !isHandled(finding)).forEach(kept::add);
        return kept;
    }

    private static boolean isHandled(Finding finding) {
        return CAUSES.contains(finding.check())
                || SYMPTOMS.contains(finding.check())
                || ASKED_FOR.contains(finding.check());
    }

    private void join(List<Finding> kept, Finding finding, Predicate<Finding> isCause) {
        Optional<Finding> cause = kept.stream()
                .filter(one -> CAUSES.contains(one.check()) && isCause.test(one))
                .findFirst();
        if (cause.isEmpty()) {
            kept.add(finding);
            return;
        }
        boolean wouldHide =
                overrides.settle(cause.get()) && !cause.get().impact().isAtLeast(finding.impact());
        if (wouldHide) {
            kept.add(hinted(finding, cause.get()));
        } else {
            kept.set(kept.indexOf(cause.get()), absorbed(cause.get(), finding));
        }
    }

    private static Finding absorbed(Finding cause, Finding symptom) {
        String line = symptom.check() + ": " + symptom.message();
        String whole = line.contains(symptom.subject()) ? line : line + " (" + symptom.subject() + ")";
        boolean isSaid = Mentions.isEvidence(symptom, cause);
        return cause.toBuilder()
                .impact(cause.impact().worseOf(symptom.impact()))
                .evidence(isSaid ? List.of() : List.of(whole))
                .build();
    }

    private static Finding hinted(Finding finding, Finding cause) {
        return finding.hint().isPresent()
                ? finding
                : finding.toBuilder()
                        .hint("probably because of " + shortly(cause))
                        .build();
    }

    /** Where a finding has a place: its place and subject, which are shorter than its message. */
    private static String shortly(Finding cause) {
        return cause.where()
                .map(where -> cause.check() + " at " + where + ": " + cause.subject())
                .orElse(cause.check() + ": " + cause.message());
    }

    /** Whether two causes are one: about the same URL, or about the tag that names it. */
    private static boolean isSameThing(Finding one, Finding other) {
        boolean isSameTag = one.check().equals("script-tag")
                && one.where().isPresent()
                && one.where().map(Object::toString).equals(other.where().map(Object::toString));
        return isSameTag || one.subject().equals(other.subject());
    }

    private boolean explains(Finding cause, Finding symptom) {
        // What came in the end explains no failure, unless the config made little of a real cause.
        boolean isWeak = !cause.impact().isAtLeast(Severity.SEV3)
                && !cause.check().equals("api-call")
                && !overrides.settle(cause);
        return !isWeak && Mentions.isAbout(symptom, cause, isLostScript(cause));
    }

    private boolean isLostScript(Finding cause) {
        return cause.check().equals("script-tag")
                || cause.check().startsWith("asset-") && scripts.contains(cause.subject());
    }
}
