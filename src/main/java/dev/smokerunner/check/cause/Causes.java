package dev.smokerunner.check.cause;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind.Bearing;
import dev.smokerunner.detection.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Joins what was found on one page to its causes: what follows from something else is told with that.
 *
 * <p>Nothing gets milder by it: a cause takes over the impact of its symptom, unless the config sets the cause's impact;
 * then the symptom stays for itself.
 */
public final class Causes {
    /** Where two are as bad, what the browser itself says goes before what was concluded. */
    private static final Comparator<Detection> WORST_FIRST = Comparator.comparing(Detection::impact)
            .thenComparing(found -> !(found.subject() instanceof Subject.Tag))
            .thenComparing(found -> !found.kind().isSaidByTheBrowser());

    private final Overrides overrides;
    private final Explanations explanations;
    private final SharedTrouble shared;
    private final MeantNames meant;
    private final List<Cause> causes = new ArrayList<>();
    private final List<Cause> unexplained = new ArrayList<>();

    /** Prepares to join what was found on a page. */
    public Causes(PageView page, Overrides overrides) {
        this.overrides = overrides;
        this.explanations = new Explanations(page, overrides);
        this.shared = new SharedTrouble(page, overrides);
        this.meant = new MeantNames(page);
    }

    /** The causes: each is told as one. */
    public List<Cause> joined(List<Detection> found) {
        List<Detection> rest = new ArrayList<>(found);
        List<Cause> whole = ofWhole(rest);
        CauseIndex seen = new CauseIndex();
        of(rest, Bearing.CAUSE).sorted(WORST_FIRST).forEach(one -> addTo(seen, one));
        causes.addAll(whole);
        causes.addAll(shared.joined(seen.all()));
        of(rest, Bearing.ALONE).sorted(Comparator.comparing(Detection::impact)).forEach(this::addOther);
        of(rest, Bearing.SYMPTOM).forEach(this::explain);
        of(rest, Bearing.LACK).forEach(this::explainLack);
        causes.addAll(MissingElements.joined(unexplained, overrides));
        return List.copyOf(causes);
    }

    private static Stream<Detection> of(List<Detection> found, Bearing bearing) {
        return found.stream().filter(one -> one.kind().bearing() == bearing);
    }

    /** What tells others whatever they are about, e.g. that several builds answer; they and these are taken out. */
    private List<Cause> ofWhole(List<Detection> found) {
        List<Cause> whole = found.stream()
                .filter(one -> one.kind().takesOthers())
                .filter(one -> found.stream().noneMatch(other -> one.kind().isToldBy(one, other)))
                .map(Cause::of)
                .toList();
        whole.forEach(cause -> found.remove(cause.detection()));
        whole.forEach(cause -> found.removeIf(one -> {
            boolean isTold = cause.detection().kind().tells(one) && !wouldHide(cause, one);
            if (isTold) {
                cause.sees(one);
            }
            return isTold;
        }));
        return whole;
    }

    private void addTo(CauseIndex seen, Detection found) {
        Optional<Cause> same = seen.of(found);
        if (same.isEmpty()) {
            seen.add(Cause.of(found).advised(meant.of(found)));
        } else if (wouldHide(same.get(), found)) {
            seen.add(Cause.of(found).advised(Optional.of(new Advice.ProbablyOf(same.get()))));
        } else {
            same.get().sees(found);
        }
    }

    private void addOther(Detection found) {
        causes.stream()
                .filter(cause -> found.kind().isToldBy(found, cause.detection()))
                .findFirst()
                .ifPresentOrElse(cause -> cause.sees(found), () -> causes.add(Cause.of(found)));
    }

    private void explain(Detection symptom) {
        Optional<Cause> cause = explanations.ofSymptom(symptom, causes);
        if (cause.isEmpty()) {
            explanations
                    .ofLaterError(symptom, causes)
                    .ifPresentOrElse(
                            before -> before.probablyExplains(symptom),
                            () -> causes.add(Cause.of(symptom).advised(explanations.advice(symptom))));
        } else if (wouldHide(cause.get(), symptom)) {
            causes.add(Cause.of(symptom).advised(Optional.of(new Advice.ProbablyOf(cause.get()))));
        } else {
            cause.get().explains(symptom);
        }
    }

    private void explainLack(Detection lack) {
        Optional<Cause> cause = explanations.ofLack(lack, causes);
        if (cause.isEmpty()) {
            unexplained.add(Cause.of(lack).advised(explanations.advice(lack)));
        } else if (wouldHide(cause.get(), lack)) {
            unexplained.add(Cause.of(lack).advised(Optional.of(new Advice.ProbablyOf(cause.get()))));
        } else {
            cause.get().probablyExplains(lack);
        }
    }

    private boolean wouldHide(Cause cause, Detection symptom) {
        return overrides.settle(cause.detection()) && !cause.impact().isAtLeast(symptom.impact());
    }
}
