package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.result.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The causes that were found so far, and which of them something else is about; thousands of files may be missing. */
final class CauseIndex {
    private final List<Cause> causes = new ArrayList<>();
    private final Map<String, Integer> bySubject = new HashMap<>();
    private final Map<Location, Integer> tagsByPlace = new HashMap<>();
    private final Map<String, Integer> byFault = new HashMap<>();

    void add(Cause cause) {
        Detection found = cause.detection();
        bySubject.putIfAbsent(found.subject().text(), causes.size());
        if (isTag(found)) {
            found.where().ifPresent(where -> tagsByPlace.putIfAbsent(place(where), causes.size()));
        }
        found.fault().ifPresent(fault -> byFault.putIfAbsent(fault, causes.size()));
        causes.add(cause);
    }

    /** The causes in the order in which they came. */
    List<Cause> all() {
        return List.copyOf(causes);
    }

    /** The first cause that is one with what was found: about the same subject, the tag that names it, or what was meant. */
    Optional<Cause> of(Detection found) {
        boolean mayBeMeant = found.kind().mayBeTold() || found.subject() instanceof Subject.PackageFile;
        Optional<Cause> telling = causes.stream()
                .filter(cause -> mayBeMeant)
                .filter(cause -> found.kind().isToldBy(found, cause.detection()) || isMeant(cause, found))
                .findFirst();
        return telling.or(() -> bySubjectOrTag(found)).or(() -> ofSameFault(found));
    }

    private Optional<Cause> bySubjectOrTag(Detection found) {
        int none = causes.size();
        int first = Math.min(
                bySubject.getOrDefault(found.subject().text(), none),
                found.where()
                        .map(where -> tagsByPlace.getOrDefault(place(where), none))
                        .orElse(none));
        return first == none ? Optional.empty() : Optional.of(causes.get(first));
    }

    /** The cause that another check found of the same fault; those of one check are joined when all is told. */
    private Optional<Cause> ofSameFault(Detection found) {
        return found.fault()
                .flatMap(fault -> Optional.ofNullable(byFault.get(fault)))
                .map(causes::get)
                .filter(cause -> !cause.detection().check().equals(found.check()));
    }

    /** Whether a file of the package is the one that a missing name means. */
    private static boolean isMeant(Cause cause, Detection found) {
        return found.subject() instanceof Subject.PackageFile file
                && cause.advice()
                        .filter(Advice.NearName.class::isInstance)
                        .map(Advice.NearName.class::cast)
                        .filter(near -> near.name().equals(file.text()))
                        .isPresent();
    }

    private static boolean isTag(Detection found) {
        return found.subject() instanceof Subject.Tag;
    }

    private static Location place(Location where) {
        return new Location(where.file(), where.line(), where.column(), "");
    }
}
