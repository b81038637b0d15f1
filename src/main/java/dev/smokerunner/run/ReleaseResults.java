package dev.smokerunner.run;

import dev.smokerunner.check.release.ReleaseStates;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.result.ReleaseResult;
import dev.smokerunner.result.ReleaseResult.PlaceResult;
import dev.smokerunner.result.ReleaseState;
import java.util.List;

/** Sums up what was seen of a release. */
final class ReleaseResults {
    private ReleaseResults() {}

    static ReleaseResult of(ReleaseSighting release) {
        List<PlaceResult> places =
                release.places().stream().map(ReleaseResults::of).toList();
        ReleaseState state =
                ReleaseStates.over(places.stream().map(PlaceResult::state).toList());
        return new ReleaseResult(
                release.name(),
                // Live at last, but not often enough to believe it.
                state == ReleaseState.LIVE && !release.arrived() ? ReleaseState.CONVERGING : state,
                (int) release.site().files().stream()
                        .map(file -> file.file().key())
                        .distinct()
                        .count(),
                release.polls().size(),
                release.waited(),
                places);
    }

    private static PlaceResult of(PlaceSighting seen) {
        long live = seen.files().stream()
                .filter(ReleaseStates::isServed)
                .map(file -> file.file().key())
                .distinct()
                .count();
        return new PlaceResult(seen.place().name(), seen.place().base().toString(), ReleaseStates.of(seen), (int) live);
    }
}
