package dev.smokerunner.cli;

import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.saved.BugReport;
import dev.smokerunner.secret.Disguise;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a bug report holds, in words. */
final class BugReportText {
    private BugReportText() {}

    /**
     * What it holds, what was masked, and what to look at before it is sent.
     *
     * @param version of this program
     */
    static String about(Path zip, String version, BugReport.Summary summary) {
        SmokeResult result = summary.result();
        return "of smoke " + version + " on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                + " holds\n"
                + "  observation/   what the run saw of " + counted(summary.pages(), "page") + "; smoke judge "
                + zip.getFileName() + " judges it again\n"
                + "  machine.json   what smoke doctor says of this machine\n"
                + "  about.txt      this text\n\n"
                + "It is judged as the run was: " + result.verdict().name().toLowerCase(Locale.ROOT) + ", "
                + counted(result.findings().size(), "finding") + ".\n"
                + "Masked: " + masked(summary) + ". Left out: " + counted(summary.pictures(), "picture") + ".\n"
                + "Not masked: host names, IP addresses, paths, and all other text of the pages, scripts, styles and the"
                + " config.\n\n"
                + "Before you send it, unzip it and look through observation/pages and observation/parts for names, addresses"
                + " and\nnumbers of people, and for anything else that others may not see.\n";
    }

    /** The name of a kind on the command line. */
    static String option(Disguise.Kind kind) {
        return kind.words().replace(' ', '-');
    }

    private static String masked(BugReport.Summary summary) {
        String masked = Stream.of(Disguise.Kind.values())
                .filter(summary.hidden()::containsKey)
                .map(kind -> kind.words() + " (" + summary.hidden().get(kind) + ")")
                .collect(Collectors.joining(", "));
        return masked.isEmpty() ? "nothing" : masked;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
