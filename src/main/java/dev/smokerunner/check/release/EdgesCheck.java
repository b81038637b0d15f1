package dev.smokerunner.check.release;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.Seeing;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import java.util.ArrayList;
import java.util.List;

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
    public CheckResult judge(PageObservation page, Expectations expected) {
        return Seeing.judge(NAME, page.site().edges(), places -> judge(page, places));
    }

    private static CheckResult judge(PageObservation page, List<PlaceSighting> places) {
        if (places.size() < 2) {
            return CheckResult.errored(NAME, "no place but the site itself could be asked");
        }
        EdgeFindings tell = new EdgeFindings(page, places.get(0));
        List<Finding> findings = new ArrayList<>();
        for (PlaceSighting place : places.subList(1, places.size())) {
            tell.about(place).ifPresent(findings::add);
        }
        int answers =
                places.stream().skip(1).mapToInt(place -> place.files().size()).sum();
        return CheckResult.judged(NAME, answers, findings);
    }
}
