package dev.smokerunner.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that was meant by a misspelt one. */
public final class Nearest {

    private Nearest() {}

    /** The name that differs in a third of its letters at most; the first of several that are equally near. */
    public static Optional<String> to(String misspelt, Collection<String> names) {
        String wrong = misspelt.toLowerCase(Locale.ROOT);
        int tolerance = Math.max(1, wrong.length() / 3);
        return names.stream()
                .filter(name -> distance(wrong, name) <= tolerance)
                .min(Comparator.comparingInt(name -> distance(wrong, name)));
    }

    /** {@code ; did you mean "…"?}, or nothing where no name is near. */
    public static String hint(String misspelt, Collection<String> names) {
        return to(misspelt, names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** Letters in another order count as one slip. */
    private static int distance(String wrong, String name) {
        String right = name.toLowerCase(Locale.ROOT);
        boolean isShuffled = Arrays.equals(
                wrong.chars().sorted().toArray(), right.chars().sorted().toArray());
        int slips = LevenshteinDistance.getDefaultInstance().apply(wrong, right);
        return isShuffled ? Math.min(1, slips) : slips;
    }
}
