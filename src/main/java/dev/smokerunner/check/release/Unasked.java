package dev.smokerunner.check.release;

import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.PlaceSighting;
import java.util.List;

/** Says what the time was too short for: it is neither there nor missing. */
final class Unasked {
    private Unasked() {}

    /** How much of what a place should serve was not found out, and what helps. */
    static String words(PlaceSighting place) {
        List<FileSighting> needed = ReleaseStates.needed(place);
        List<FileSighting> unasked =
                needed.stream().filter(FileSighting::isUnasked).toList();
        return words(ServedBy.count(unasked), ServedBy.count(needed));
    }

    /** The same in numbers. */
    static String words(long unasked, long of) {
        return unasked + " of " + of + (of == 1 ? " file" : " files")
                + " had not answered when the time was over: raise --timeout";
    }

    /** Whether anything was left out. */
    static boolean isIn(PlaceSighting place) {
        return ReleaseStates.needed(place).stream().anyMatch(FileSighting::isUnasked);
    }
}
