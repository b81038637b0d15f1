package dev.smokerunner.init;

import java.util.List;

/**
 * What was chosen for a draft and what was not.
 *
 * @param taken the entries, in order
 * @param leftOut what is left out
 * @param <T> the kind of entries
 */
record Choice<T>(List<T> taken, List<LeftOut> leftOut) {

    /** Copies the lists. */
    Choice {
        taken = List.copyOf(taken);
        leftOut = List.copyOf(leftOut);
    }
}
