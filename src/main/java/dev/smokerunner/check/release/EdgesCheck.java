package dev.smokerunner.check.release;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places that do not serve what the site serves, or should serve: an edge that lags behind, a broken origin. */
public record EdgesCheck() implements Check {
    static final String NAME = "edges";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean needsThePage() {
        return false;
    }

    @Override
    public boolean isAboutTheSite() {
        return true;
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(NAME, page.site().edges(), places -> judge(page, places, expected));
    }

    private static Judgement judge(PageObservation page, List<PlaceSighting> places, Expectations expected) {
        if (places.size() < 2) {
            return Judgement.errored(NAME, "no place but the site itself could be asked");
        }
        PlaceSighting site = places.get(0);
        List<PlaceSighting> others = places.subList(1, places.size());
        List<PlaceSighting> reached =
                others.stream().filter(place -> !EdgeReach.isMissed(place)).toList();
        EdgeFindings tell = new EdgeFindings(page, site);
        SlowEdges slow = new SlowEdges(page, site, expected.responseTime());
        List<Detection> findings = new ArrayList<>();
        for (PlaceSighting place : reached) {
            tell.about(place).or(() -> slow.about(place)).ifPresent(findings::add);
        }
        Optional<String> gap = gap(places);
        if (gap.isPresent() && findings.isEmpty()) {
            return Judgement.errored(NAME, gap.get());
        }
        int answers =
                places.stream().skip(1).mapToInt(place -> place.files().size()).sum();
        return Judgement.judged(NAME, answers, findings);
    }

    /** What was not found out of a place, and why. */
    private static Optional<String> gap(List<PlaceSighting> places) {
        return places.stream()
                .skip(1)
                .filter(EdgeReach::isMissed)
                .map(EdgeReach::words)
                .findFirst()
                .or(() -> places.stream()
                        .filter(Unasked::isIn)
                        .map(place -> place.place().name() + ": " + Unasked.words(place))
                        .findFirst());
    }
}
