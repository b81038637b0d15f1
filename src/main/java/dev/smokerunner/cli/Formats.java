package dev.smokerunner.cli;

import dev.smokerunner.config.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The formats that can be asked for. */
final class Formats {
    private static final List<String> BUILT = List.of("console", "json", "junit", "html", "html-single");
    private static final List<String> PLANNED = List.of("github", "nagios", "markdown");

    private Formats() {}

    /** The formats that were asked for, each once; what cannot be had goes to the problems. */
    static List<String> read(List<String> asked, List<String> problems) {
        for (String name : new LinkedHashSet<>(asked)) {
            if (PLANNED.contains(name)) {
                problems.add("--format " + name + ": not yet built; use " + String.join(", ", BUILT));
            } else if (!BUILT.contains(name)) {
                problems.add("--format: expected " + String.join(", ", BUILT) + ", got \"" + name + "\""
                        + Nearest.hint(name, all()));
            }
        }
        return List.copyOf(new LinkedHashSet<>(asked));
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(BUILT);
        all.addAll(PLANNED);
        return all;
    }
}
