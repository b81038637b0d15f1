package dev.smokerunner.check.finding;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins tags with the same fault: a step of a build that goes wrong mangles every tag that it touches, and is one cause. */
public final class AlikeFindings {
    private static final int MOST_EVIDENCE = 20;

    private static final Comparator<Finding> MOST_FELT_FIRST = Comparator.comparing(Finding::impact)
            .thenComparing(finding -> !isScript(finding))
            .thenComparing(finding -> finding.where().map(Location::line).orElse(0));

    private AlikeFindings() {}

    /** The findings, those that are alike as one: the one whose loss is felt most. */
    public static List<Finding> joined(Collection<Finding> findings) {
        Map<List<String>, List<Finding>> byFault = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<String> alone = List.of(finding.fingerprint());
            byFault.computeIfAbsent(
                            finding.fault().isEmpty() ? alone : List.of(finding.check(), finding.fault()),
                            key -> new ArrayList<>())
                    .add(finding);
        }
        return byFault.values().stream()
                .map(alike -> alike.size() == 1 ? alike.get(0) : one(alike))
                .toList();
    }

    private static Finding one(List<Finding> alike) {
        List<Finding> ordered = alike.stream().sorted(MOST_FELT_FIRST).toList();
        Finding first = ordered.get(0);
        List<Finding> others = ordered.subList(1, ordered.size());
        Set<URI> pages = new LinkedHashSet<>(first.pages());
        others.forEach(other -> pages.addAll(other.pages()));
        Set<String> browsers = new LinkedHashSet<>(first.browsers());
        others.forEach(other -> browsers.addAll(other.browsers()));
        return first.toBuilder()
                .message(first.message() + "; "
                        + (others.size() == 1
                                ? "another tag has the same fault"
                                : others.size() + " other tags have the same fault"))
                .pages(List.copyOf(pages))
                .browsers(List.copyOf(browsers))
                .evidence(evidence(others))
                .build();
    }

    private static boolean isScript(Finding finding) {
        return finding.subject().regionMatches(true, 0, "<script", 0, "<script".length());
    }

    private static List<String> evidence(List<Finding> others) {
        List<String> evidence = new ArrayList<>(others.stream()
                .flatMap(other -> other.evidence().stream())
                .limit(MOST_EVIDENCE)
                .toList());
        evidence.addAll(
                CauseEvidence.also(others.stream().map(AlikeFindings::named).toList()));
        return evidence;
    }

    private static String named(Finding other) {
        return other.subject()
                + other.where()
                        .map(where -> ", line " + where.line() + " of " + where.file())
                        .orElse("");
    }
}
