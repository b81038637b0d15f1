package dev.smokerunner.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * One call of the command line, without a process.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Call(int code, String out, String err) {

    static Call smoke(Application application, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(application)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .execute(args);
        return new Call(code, out.toString(), err.toString());
    }
}
