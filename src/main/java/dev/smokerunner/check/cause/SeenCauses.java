package dev.smokerunner.check.cause;

import dev.smokerunner.check.packing.OrphanCause;
import dev.smokerunner.check.packing.OrphanFinding;
import dev.smokerunner.result.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The causes that were seen so far, and which of them a further finding is about; thousands of files may be missing. */
final class SeenCauses {
    private final List<Cause> causes = new ArrayList<>();
    private final Map<String, Integer> bySubject = new LinkedHashMap<>();
    private final Map<String, Integer> tagsByPlace = new LinkedHashMap<>();
    private final Map<String, Integer> byFault = new LinkedHashMap<>();

    void add(Cause cause) {
        Finding finding = cause.finding();
        bySubject.putIfAbsent(finding.subject(), causes.size());
        if (isTag(finding)) {
            finding.where().ifPresent(where -> tagsByPlace.putIfAbsent(where.toString(), causes.size()));
        }
        if (!finding.fault().isEmpty()) {
            byFault.putIfAbsent(finding.fault(), causes.size());
        }
        causes.add(cause);
    }

    /** The causes in the order in which they came. */
    List<Cause> all() {
        return List.copyOf(causes);
    }

    /** The first cause that is one with a finding: about the same URL, the tag that names it, or the file that was meant. */
    Optional<Cause> of(Finding finding) {
        if (OrphanFinding.isOne(finding)) {
            return causes.stream()
                    .filter(cause -> isSameThing(cause.finding(), finding))
                    .findFirst();
        }
        int none = causes.size();
        int first = Math.min(
                bySubject.getOrDefault(finding.subject(), none),
                finding.where()
                        .map(where -> tagsByPlace.getOrDefault(where.toString(), none))
                        .orElse(none));
        return first == none ? ofSameFault(finding) : Optional.of(causes.get(first));
    }

    /** The cause that another check found of the same fault; those of one check are joined when all is told. */
    private Optional<Cause> ofSameFault(Finding finding) {
        return Optional.ofNullable(byFault.get(finding.fault()))
                .map(causes::get)
                .filter(cause -> !cause.finding().check().equals(finding.check()));
    }

    private static boolean isSameThing(Finding one, Finding orphan) {
        boolean isSameTag = isTag(one)
                && one.where().isPresent()
                && one.where().map(Object::toString).equals(orphan.where().map(Object::toString));
        boolean isMeant =
                one.hint().filter(hint -> hint.contains(orphan.subject())).isPresent();
        return isSameTag
                || isMeant
                || OrphanCause.explains(one, orphan)
                || one.subject().equals(orphan.subject());
    }

    private static boolean isTag(Finding finding) {
        return finding.check().equals("script-tag");
    }
}
