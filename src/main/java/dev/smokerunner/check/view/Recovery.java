package dev.smokerunner.check.view;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageObservation.Healed;
import dev.smokerunner.observation.Rate;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what failed at first and was good when it was asked again: it passes, but it is said. */
public final class Recovery {
    /** Something that failed at first, and was good when it was asked for again. */
    public static final Kind HEALED = Kind.cause("answer-unsteady");

    private Recovery() {}

    /** The assets that healed. */
    public static List<Detection> ofAssets(String check, PageView page) {
        List<Detection> findings = new ArrayList<>();
        for (Asset asset : page.assets()) {
            if (asset.refused().isPresent()) {
                continue;
            }
            of(page.observation(), asset.url(), asset.answer())
                    .map(healed -> finding(asset.detection(check, HEALED), asset.title(), asset.impact(), healed))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /**
     * What healed, as a finding: what failed again after it was good is no passing trouble, since visitors meet it as well.
     *
     * @param title what it is
     * @param impact how bad it is without it
     */
    public static Detection finding(DetectionBuilder finding, String title, Severity impact, Healed healed) {
        finding.actual(Format.line(healed.first()) + " at first");
        Optional<Rate> rate = healed.rate().filter(Rate::isWorthKnowing);
        return rate.map(often -> comingAndGoing(finding.impact(impact), title, often)
                        .hint("servers or edges behind the address are not alike, or one of them is overloaded or"
                                + " broken: ask each of them")
                        .attempts(often.asked()))
                .orElseGet(() -> finding.impact(Severity.SEV4)
                        .message(title + " came only when it was asked for again")
                        .attempts(healed.attempts()))
                .build();
    }

    /** Says of something how often it fails. */
    public static DetectionBuilder comingAndGoing(DetectionBuilder finding, String title, Rate rate) {
        return finding.message(title + " comes and goes: " + rate).expected("the same answer each time");
    }

    /** How one URL healed, if it did. */
    public static Optional<Healed> of(PageObservation page, URI url, Optional<HttpAnswer> answer) {
        Map<URI, Healed> healed = new LinkedHashMap<>();
        page.healed().forEach(one -> healed.putIfAbsent(one.url(), one));
        answer.filter(one -> one.isOk() && !one.attempts().isEmpty())
                .ifPresent(one -> healed.putIfAbsent(
                        url, new Healed(url, one.attempts().get(0).words(), one.tries(), one.rate())));
        return Optional.ofNullable(healed.get(url));
    }
}
