package dev.smokerunner.cli;

import dev.smokerunner.config.Nearest;
import dev.smokerunner.report.Reports;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/** The formats that can be asked for; as an iterable, for the help. */
final class Formats implements Iterable<String> {
    /** What the help says of the option. */
    static final String DESCRIPTION =
            "some of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); one that programs read, alone,"
                    + " goes to standard output; nagios has exit codes of its own";

    @Override
    public Iterator<String> iterator() {
        return Reports.NAMES.iterator();
    }

    /** The formats that were asked for, each once; what cannot be had goes to the problems. */
    static List<String> read(List<String> asked, List<String> problems) {
        for (String name : new LinkedHashSet<>(asked)) {
            String known = String.join(", ", Reports.NAMES);
            if (!Reports.NAMES.contains(name)) {
                problems.add(
                        "--format: expected " + known + ", got \"" + name + "\"" + Nearest.hint(name, Reports.NAMES));
            }
        }
        return List.copyOf(new LinkedHashSet<>(asked));
    }

    /** Whether a command line that may be wrong asks for what Nagios reads: it hears of nothing else. */
    static boolean areForNagios(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String value = args.get(i).startsWith("--format=")
                    ? args.get(i)
                    : i > 0 && args.get(i - 1).equals("--format") ? args.get(i) : "";
            if (value.matches("(--format=|.*[=,])?nagios(,.*)?")) {
                return true;
            }
        }
        return false;
    }
}
