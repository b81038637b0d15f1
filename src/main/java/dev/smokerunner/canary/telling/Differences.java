package dev.smokerunner.canary.telling;

import dev.smokerunner.canary.CanaryResult;
import dev.smokerunner.canary.CanaryResult.SafeSet;
import dev.smokerunner.canary.Culprit;
import dev.smokerunner.canary.Outcome;
import dev.smokerunner.canary.difference.ChangedPages;
import dev.smokerunner.canary.difference.FileChange;
import dev.smokerunner.canary.difference.PageDifferences;
import java.util.List;
import java.util.Optional;

/** What differs from what the lock builds. */
final class Differences {
    private static final int MOST_PAGES = 3;

    private Differences() {}

    /** The pages that a culprit changes; they can be read only as long as what was built is there. */
    static List<FileChange> pages(Culprit culprit, CanaryResult canary) {
        return culprit.outcome() instanceof Outcome.Checked after && canary.baseline() instanceof Outcome.Checked before
                ? ChangedPages.between(before.built().output(), after.built().output()).stream()
                        .limit(MOST_PAGES)
                        .toList()
                : List.of();
    }

    /** What is different with what is safe, and is no failure; absent where nothing is. */
    static Optional<List<String>> ofSafe(CanaryResult canary) {
        return canary.safe()
                .map(SafeSet::outcome)
                .filter(Outcome.Checked.class::isInstance)
                .filter(safe -> canary.baseline() instanceof Outcome.Checked)
                .map(safe -> new PageDifferences((Outcome.Checked) canary.baseline(), (Outcome.Checked) safe).lines())
                .filter(lines -> !lines.isEmpty());
    }
}
