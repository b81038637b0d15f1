package dev.smokerunner.cli;

import dev.smokerunner.report.NagiosStatus;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says that this tool crashed: never a verdict on the page, and no stack trace unless asked for. */
final class CrashMessages implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception crash, CommandLine command, ParseResult parsed) {
        // Where nobody can ask for more, all is said at once.
        boolean canAsk = command.getCommandSpec().findOption("-v") != null;
        boolean isVerbose = !canAsk || command.getParseResult().hasMatchedOption("-v");
        String message = isVerbose ? withTrace(crash) : brief(crash);
        String told = command.getCommand() instanceof RunCommand run ? run.redact(message) : message;
        if (Formats.areForNagios(parsed.originalArgs())) {
            command.getOut().println(NagiosStatus.UNKNOWN.line(told));
            command.getOut().flush();
        }
        command.getErr().println(told);
        command.getErr().flush();
        return ExitCode.INCONCLUSIVE.code();
    }

    /** The crash on a line. */
    static String brief(Throwable crash) {
        return sentence(crash) + " Run it again with -v to see where.";
    }

    private static String withTrace(Throwable crash) {
        StringWriter trace = new StringWriter();
        crash.printStackTrace(new PrintWriter(trace, true));
        return sentence(crash) + System.lineSeparator() + trace;
    }

    private static String sentence(Throwable crash) {
        return "smoke crashed: " + crash.toString().lines().findFirst().orElse("")
                + ". This is a bug in smoke and says nothing about the page.";
    }
}
