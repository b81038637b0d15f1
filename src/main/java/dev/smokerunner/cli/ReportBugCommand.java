package dev.smokerunner.cli;

import dev.smokerunner.doctor.RunNeeds;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.saved.BugReport;
import dev.smokerunner.secret.Disguise;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke report-bug}: makes of a kept run what can be sent along with a report of a wrong verdict. */
@Command(
        name = "report-bug",
        description = {
            "zip what smoke run --save-observation kept, to be sent along with a wrong verdict; sends nothing",
            "",
            "Masked, the same by the same: values of cookies, of header fields and URLs that hold credentials, of queries"
                    + " (but the version of a file), e-mail addresses before the @, tokens and keys by their shape, and the"
                    + " folders of this machine. Left out: screenshots.",
            "Stays: host names, IP addresses, paths, names of parameters, and all other text of the pages, their scripts and"
                    + " styles, and what the config expects.",
            "The zip is judged before it is kept: it says what the run says, or there is none."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ReportBugCommand implements Callable<Integer> {
    private static final String PICTURES = "pictures";

    private final Application application;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the folder that --save-observation wrote")
    private Path folder = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "the new zip (default: DIR-bug-report.zip beside DIR)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description = "leave as it is: cookies, credentials, e-mail-addresses, query-values, folders, pictures")
    private List<String> keep = List.of();

    ReportBugCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        Logging.silence();
        Path zip = output.orElseGet(this::besideTheFolder);
        List<String> problems = new ArrayList<>();
        Set<Disguise.Kind> shown = shown(problems);
        if (Files.exists(zip)) {
            problems.add(zip + ": expected no such file yet, got one; name another with --output");
        }
        if (!Files.isDirectory(folder)) {
            problems.add(folder + ": expected a folder that --save-observation wrote");
        }
        if (!problems.isEmpty()) {
            return Conclusion.refused(problems, List.of(), out(), err());
        }
        try {
            BugReport report = new BugReport(folder, disguise(shown), keep.contains(PICTURES));
            return told(zip, report.write(zip, machine(), summary -> about(zip, summary)));
        } catch (IOException e) {
            return Conclusion.refused(List.of(folder + ": " + e.getMessage()), List.of(), out(), err());
        }
    }

    private int told(Path zip, BugReport.Summary summary) {
        if (summary.changed().isEmpty()) {
            out().print(zip + "\n\n" + about(zip, summary));
            return out().checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
        }
        summary.changed().forEach(err()::println);
        err().println("no zip was kept: name with --keep what has to stay for that, most often query-values");
        err().flush();
        return ExitCode.INCONCLUSIVE.code();
    }

    private String about(Path zip, BugReport.Summary summary) {
        return BugReportText.about(zip, application.version(), summary);
    }

    private Set<Disguise.Kind> shown(List<String> problems) {
        Set<Disguise.Kind> shown = EnumSet.noneOf(Disguise.Kind.class);
        for (String name : keep) {
            Optional<Disguise.Kind> kind = Stream.of(Disguise.Kind.values())
                    .filter(one -> BugReportText.option(one).equals(name))
                    .findFirst();
            kind.ifPresent(shown::add);
            if (kind.isEmpty() && !name.equals(PICTURES)) {
                problems.add("--keep: expected "
                        + String.join(
                                ", ",
                                Stream.of(Disguise.Kind.values())
                                        .map(BugReportText::option)
                                        .toList())
                        + " or " + PICTURES + ", got \"" + name + "\"");
            }
        }
        return shown;
    }

    private Disguise disguise(Set<Disguise.Kind> shown) {
        Disguise disguise = new Disguise(shown);
        homes().forEach(disguise::hideFolder);
        return disguise;
    }

    private Stream<String> homes() {
        return Stream.of("HOME", "USERPROFILE").flatMap(name -> application.variable(name).stream());
    }

    /** What smoke doctor says, without who asked. */
    private String machine() {
        RunNeeds needs = new RunNeeds(Path.of("."), List.of(), List.of(BrowserChoice.DEFAULT));
        List<String> users = Stream.of("USER", "USERNAME", "LOGNAME")
                .flatMap(name -> application.variable(name).stream())
                .filter(name ->
                        !name.isEmpty() && !name.toLowerCase(Locale.ROOT).equals("root"))
                .toList();
        return new DiagnosisText(text -> {
                    String clean = text;
                    for (String home : homes().toList()) {
                        clean = home.length() > 1 ? clean.replace(home, "~") : clean;
                    }
                    for (String user : users) {
                        clean = clean.replaceAll("\\b" + Pattern.quote(user) + "\\b", "***");
                    }
                    return clean;
                })
                .json(application.diagnoses(needs));
    }

    private Path besideTheFolder() {
        Path named = folder.toAbsolutePath().normalize();
        Path name = named.getFileName();
        String file = (name == null ? "smoke" : name.toString()) + "-bug-report.zip";
        Path parent = folder.getParent();
        return folder.equals(Path.of(".")) || parent == null ? Path.of(file) : parent.resolve(file);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
