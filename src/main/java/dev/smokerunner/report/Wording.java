package dev.smokerunner.report;

import dev.smokerunner.result.DurationWords;
import dev.smokerunner.result.ReleaseResult;
import java.util.Locale;

/** Numbers as people read them. */
final class Wording {

    private Wording() {}

    /** A count with its noun: {@code 1 page}, {@code 27 requests}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A number of bytes in the unit that fits: {@code 312 B}, {@code 1.2 kB}, {@code 3.4 MB}. */
    static String bytes(long number) {
        if (number < 1_000) {
            return number + " B";
        }
        return number < 999_950
                ? String.format(Locale.ROOT, "%.1f kB", number / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", number / 1e6);
    }

    /** An enum constant as people write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How far a release has come: {@code live after 8.2 s (5 looks): 31 of 31 files of dist}. */
    static String release(ReleaseResult release) {
        String waited = release.polls() == 1
                ? ""
                : " after " + DurationWords.measured(release.waited()) + " (" + count(release.polls(), "look") + ")";
        int live = release.places().isEmpty() ? 0 : release.places().get(0).live();
        return word(release.state()) + waited + ": " + live + " of " + count(release.files(), "file") + " of "
                + release.name();
    }
}
