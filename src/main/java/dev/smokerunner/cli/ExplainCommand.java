package dev.smokerunner.cli;

import dev.smokerunner.config.Nearest;
import dev.smokerunner.explain.CheckExplanation;
import dev.smokerunner.explain.Explanations;
import dev.smokerunner.report.TerminalText;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smoke explain}: what a check or a kind of finding means. */
@Command(
        name = "explain",
        description = "say what a check or a kind of finding means, how it is judged and how to tune it",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "CHECK|KIND",
            arity = "0..1",
            description = "a name from a report, e.g. asset-status or tag-unclosed; without it: the list of checks")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        Explanations explanations = Explanations.load();
        Optional<String> text = name.isEmpty()
                ? Optional.of(list(explanations))
                : explanation(explanations, name.get().strip());
        if (text.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("expected the name of a check or of a kind of finding, got \"" + TerminalText.field(name.get())
                    + "\"" + Nearest.hint(name.get(), explanations.names()));
            err.println("All checks: smoke explain");
            err.flush();
            return ExitCode.USAGE.code();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.get());
        return out.checkError() ? ExitCode.INCONCLUSIVE.code() : ExitCode.PASS.code();
    }

    private static Optional<String> explanation(Explanations explanations, String name) {
        return explanations.check(name).map(ExplainCommand::check).or(() -> explanations
                .kind(name)
                .map(ExplainCommand::kind));
    }

    private static String list(Explanations explanations) {
        StringBuilder text = new StringBuilder("The checks; each with its kinds of findings: smoke explain CHECK\n\n");
        for (CheckExplanation one : explanations.all()) {
            text.append(String.format(
                    Locale.ROOT, "%-18s %s\n", one.check(), one.gist().replace("`", "")));
        }
        return text.toString();
    }

    private static String check(CheckExplanation check) {
        PlainParagraphs text = new PlainParagraphs();
        text.line(check.check()).line("impact " + check.impact()).blank().markdown(check.meaning());
        parts(text, check);
        // A check whose findings are all of one kind has its name.
        Optional.ofNullable(check.kinds().get(check.check()))
                .ifPresent(own -> text.heading("What to do").markdown(own));
        text.heading("Kinds of its findings")
                .markdown(String.join(", ", check.kinds().keySet()));
        return text.toString();
    }

    private static String kind(Explanations.KindExplanation kind) {
        PlainParagraphs text = new PlainParagraphs();
        text.line(kind.name()).line("a finding of " + kind.check().check());
        text.line("impact " + kind.check().impact()).blank().markdown(kind.text());
        parts(text, kind.check());
        return text.toString();
    }

    private static void parts(PlainParagraphs text, CheckExplanation check) {
        check.sections().forEach((heading, part) -> text.heading(heading).markdown(part));
    }
}
