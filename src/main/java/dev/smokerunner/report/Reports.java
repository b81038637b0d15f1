package dev.smokerunner.report;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one list of all report formats.
 *
 * <p>A format is made only when it is asked for: a run loads no class of the others.
 */
public final class Reports {
    /** The name of every format, as the command line takes it. */
    public static final List<String> NAMES = List.of(
            "console",
            "json",
            "junit",
            "html",
            "html-single",
            "markdown",
            "github",
            "gitlab",
            "nagios",
            "ctrf",
            "sarif",
            "tap");

    private Reports() {}

    /** Every format, the console in the given style. */
    public static List<Report> all(ConsoleStyle style) {
        return NAMES.stream().flatMap(name -> named(name, style).stream()).toList();
    }

    /** The format of a name; absent if there is none. */
    public static Optional<Report> named(String name, ConsoleStyle style) {
        return Optional.ofNullable(report(name, style));
    }

    private static @Nullable Report report(String name, ConsoleStyle style) {
        return switch (name) {
            case "console" -> new ConsoleReport(style);
            case "json" -> new JsonReport();
            case "junit" -> new JUnitReport();
            case "html" -> HtmlReport.inADirectory();
            case "html-single" -> HtmlReport.inOneFile();
            case "markdown" -> new MarkdownReport();
            case "github" -> new GithubReport();
            case "gitlab" -> new GitlabReport();
            case "nagios" -> new NagiosReport();
            case "ctrf" -> new CtrfReport();
            case "sarif" -> new SarifReport();
            case "tap" -> new TapReport();
            default -> null;
        };
    }
}
