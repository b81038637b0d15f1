package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells many elements that are missing, and that nothing explains, as one: they are rarely missing for as many reasons. */
final class MissingElements {
    /** The deploy zoo's own bound: a reader follows one cause through three findings, not more. */
    private static final int MOST_ALONE = 3;

    private MissingElements() {}

    /**
     * The causes, those that lack as much as their subject's name says as one; what the config gives an impact of its own
     * stays alone.
     */
    static List<Cause> joined(List<Cause> unexplained, Overrides overrides) {
        Map<Kind, List<Detection>> byKind = new LinkedHashMap<>();
        for (Cause cause : unexplained) {
            if (isPlain(cause, overrides)) {
                byKind.computeIfAbsent(cause.detection().kind(), kind -> new ArrayList<>())
                        .add(cause.detection());
            }
        }
        byKind.values().removeIf(same -> same.size() <= MOST_ALONE);
        List<Cause> joined = new ArrayList<>(unexplained.stream()
                .filter(cause -> !isPlain(cause, overrides)
                        || !byKind.containsKey(cause.detection().kind()))
                .toList());
        byKind.values().forEach(same -> joined.add(Cause.ofMany(same).advised(advice(unexplained, same.get(0)))));
        return joined;
    }

    private static Optional<Advice> advice(List<Cause> unexplained, Detection first) {
        return unexplained.stream()
                .filter(cause -> cause.detection().equals(first))
                .findFirst()
                .flatMap(Cause::advice);
    }

    private static boolean isPlain(Cause cause, Overrides overrides) {
        return cause.detection().kind().ofMany().isPresent() && !overrides.settle(cause.detection());
    }
}
