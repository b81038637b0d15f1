package dev.smokerunner.cli;

import static java.util.Objects.requireNonNullElse;

import dev.smokerunner.config.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what may have been meant. */
final class UsageMessages implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        String message = SubjectText.shown(requireNonNullElse(mistake.getMessage(), "a wrong option"));
        if (Formats.areForNagios(List.of(args))) {
            return Conclusion.refused(List.of(message), List.of("nagios"), command.getOut(), err);
        }
        err.println(message);
        meant(mistake)
                .ifPresentOrElse(
                        meant -> err.println("Did you mean: " + meant + "?"),
                        () -> UnmatchedArgumentException.printSuggestions(mistake, err));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help' for all options.");
        err.flush();
        return ExitCode.USAGE.code();
    }

    /** What was meant by a first word that is no command. */
    private static Optional<String> meant(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        if (!(mistake instanceof UnmatchedArgumentException unmatched)
                || command.getSubcommands().isEmpty()) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        if (SubjectText.isUrl(word) || word.endsWith(".yaml") || word.endsWith(".yml")) {
            return Optional.of("smoke run " + SubjectText.shown(word));
        }
        return Nearest.to(word, command.getSubcommands().keySet()).map(name -> "smoke " + name);
    }
}
