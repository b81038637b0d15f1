package dev.smokerunner.check.cause;

import dev.smokerunner.check.wording.Words;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells many missing elements that nothing explains as one finding: they are rarely missing for as many reasons. */
final class Lacks {
    private static final int MOST_ALONE = 3;
    private static final int MOST_NAMES = 10;

    private Lacks() {}

    /** The findings, many missing elements as one; what the config gives an impact of its own stays alone. */
    static List<Finding> joined(List<Finding> findings, Overrides overrides) {
        List<Finding> missing = findings.stream()
                .filter(finding -> Symptoms.isMissingElement(finding) && !overrides.settle(finding))
                .toList();
        if (missing.size() <= MOST_ALONE) {
            return findings;
        }
        List<Finding> joined = new ArrayList<>(
                findings.stream().filter(finding -> !missing.contains(finding)).toList());
        joined.add(one(missing));
        return joined;
    }

    private static Finding one(List<Finding> missing) {
        Finding first = missing.get(0);
        String names = missing.stream()
                .limit(MOST_NAMES)
                .map(finding -> Words.line(finding.subject()))
                .collect(Collectors.joining(", "));
        return first.toBuilder()
                .impact(missing.stream().map(Finding::impact).reduce(first.impact(), Severity::worseOf))
                .message(missing.size() + " required elements are not there: " + names
                        + (missing.size() > MOST_NAMES ? ", ..." : ""))
                .build();
    }
}
