package dev.smokerunner.check;

import java.util.List;

/**
 * What is wrong with one tag of the page's source.
 *
 * @param start the offset of its {@code <}
 * @param end the offset after it
 * @param what the end of a sentence that begins with the tag
 * @param losesScript whether a script that should be there is lost by it, so that its absence needs no finding of its own
 * @param evidence what else shows it
 */
record TagTrouble(int start, int end, String what, boolean losesScript, List<String> evidence) {
    TagTrouble {
        evidence = List.copyOf(evidence);
    }

    static TagTrouble losing(int start, int end, String what) {
        return new TagTrouble(start, end, what, true, List.of());
    }

    static TagTrouble of(int start, int end, String what) {
        return new TagTrouble(start, end, what, false, List.of());
    }
}
