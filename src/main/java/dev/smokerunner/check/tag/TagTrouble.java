package dev.smokerunner.check.tag;

import dev.smokerunner.check.text.Placeholder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.result.Severity;
import java.util.List;

/**
 * What is wrong with one tag of the page's source.
 *
 * @param start the offset of its {@code <}
 * @param end the offset after it
 * @param kind what is wrong with it
 * @param what the end of a sentence that begins with the tag
 * @param impact how bad it is
 * @param losesScript whether a script that should be there is lost by it, so that its absence needs no finding of its own
 * @param evidence what else shows it
 * @param hint what probably happened, and what to do
 */
record TagTrouble(
        int start,
        int end,
        Kind kind,
        String what,
        Severity impact,
        boolean losesScript,
        List<String> evidence,
        String hint) {
    private static final String BY_A_BUILD =
            "a build step (cache busting, minifying, templating) probably rewrote this line: compare it with the source";

    TagTrouble {
        evidence = List.copyOf(evidence);
    }

    static TagTrouble losing(int start, int end, TagFlaw flaw) {
        return losing(start, end, flaw.kind(), flaw.what());
    }

    static TagTrouble losing(int start, int end, Kind kind, String what) {
        return losing(start, end, kind, what, List.of());
    }

    static TagTrouble losing(int start, int end, Kind kind, String what, List<String> evidence) {
        return new TagTrouble(start, end, kind, what, Severity.SEV2, true, evidence, BY_A_BUILD);
    }

    static TagTrouble of(int start, int end, TagFlaw flaw) {
        return of(start, end, flaw.kind(), flaw.what(), Severity.SEV2);
    }

    static TagTrouble of(int start, int end, Kind kind, String what, Severity impact) {
        return new TagTrouble(start, end, kind, what, impact, false, List.of(), BY_A_BUILD);
    }

    /** The same trouble with another impact. */
    TagTrouble withImpact(Severity other) {
        return new TagTrouble(start, end, kind, what, other, losesScript, evidence, hint);
    }

    /** The same trouble with another hint. */
    TagTrouble withHint(String other) {
        return new TagTrouble(start, end, kind, what, impact, losesScript, evidence, other);
    }

    /** What tags have in common that one wrong step of a build has mangled; a placeholder is one wherever it stands. */
    String fault() {
        return kind.equals(TagKinds.PLACEHOLDER) ? Placeholder.FAULT : kind.name();
    }
}
