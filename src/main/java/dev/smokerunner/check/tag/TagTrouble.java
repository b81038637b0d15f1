package dev.smokerunner.check.tag;

import dev.smokerunner.result.Severity;
import java.util.List;

/**
 * What is wrong with one tag of the page's source.
 *
 * @param start the offset of its {@code <}
 * @param end the offset after it
 * @param fault what tags have in common that one wrong step of a build has mangled
 * @param what the end of a sentence that begins with the tag
 * @param impact how bad it is
 * @param losesScript whether a script that should be there is lost by it, so that its absence needs no finding of its own
 * @param evidence what else shows it
 */
record TagTrouble(
        int start, int end, String fault, String what, Severity impact, boolean losesScript, List<String> evidence) {
    TagTrouble {
        evidence = List.copyOf(evidence);
    }

    static TagTrouble losing(int start, int end, String what) {
        return losing(start, end, what, List.of());
    }

    static TagTrouble losing(int start, int end, String what, List<String> evidence) {
        return new TagTrouble(start, end, what, what, Severity.SEV2, true, evidence);
    }

    static TagTrouble of(int start, int end, String what) {
        return of(start, end, what, Severity.SEV2);
    }

    static TagTrouble of(int start, int end, String what, Severity impact) {
        return new TagTrouble(start, end, what, what, impact, false, List.of());
    }

    /** The same, where {@link #what} names what is this tag's alone. */
    TagTrouble withFault(String fault) {
        return new TagTrouble(start, end, fault, what, impact, losesScript, evidence);
    }
}
