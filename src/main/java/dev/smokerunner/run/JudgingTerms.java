package dev.smokerunner.run;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.serving.Target;
import java.util.List;

/**
 * What a run is judged by, besides what is expected of each page.
 *
 * @param subject what is checked and for whom
 * @param target what is checked; decides how a finding can be reproduced
 * @param firstParty host patterns that belong to the page's own site, besides its registrable domain
 * @param browsers how many browsers looked at each page; at least 1
 * @param failOn the gate: this impact or worse fails the run
 */
public record JudgingTerms(
        SmokeResult.Subject subject, Target target, List<UrlPattern> firstParty, int browsers, Severity failOn) {

    /** Rejects null, copies the list. */
    public JudgingTerms {
        requireNonNull(subject);
        requireNonNull(target);
        requireNonNull(failOn);
        firstParty = List.copyOf(firstParty);
    }

    /** Those of a plan. */
    public static JudgingTerms of(SmokePlan plan) {
        return new JudgingTerms(
                plan.subject(),
                plan.target(),
                plan.firstParty(),
                plan.browsers().size(),
                plan.failOn());
    }

    /** The same with another gate. */
    public JudgingTerms failingOn(Severity gate) {
        return new JudgingTerms(subject, target, firstParty, browsers, gate);
    }

    /** Those of a plan, for what was looked at already. */
    public JudgingTerms by(SmokePlan plan) {
        SmokeResult.Subject other = plan.subject();
        SmokeResult.Subject named = new SmokeResult.Subject(
                other.name(), other.owner(), other.runbook(), other.environment(), other.audience(), subject.target());
        return new JudgingTerms(named, target, plan.firstParty(), browsers, plan.failOn());
    }
}
