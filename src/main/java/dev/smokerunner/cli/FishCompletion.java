package dev.smokerunner.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completion for fish, of which picocli knows nothing: a line for each command and option.
 *
 * @param smoke the whole command line
 */
record FishCompletion(CommandLine smoke) {

    String script() {
        StringBuilder script = new StringBuilder("# Completion of smoke for fish.\n");
        for (Map.Entry<String, CommandLine> command : smoke.getSubcommands().entrySet()) {
            if (command.getValue().getCommandSpec().usageMessage().hidden()) {
                continue;
            }
            script.append("complete -c smoke -n __fish_use_subcommand -f -a ").append(command.getKey());
            describe(script, command.getValue().getCommandSpec().usageMessage().description());
            for (OptionSpec option : command.getValue().getCommandSpec().options()) {
                append(script, command.getKey(), option);
            }
        }
        return script.toString();
    }

    private static void append(StringBuilder script, String command, OptionSpec option) {
        script.append("complete -c smoke -n '__fish_seen_subcommand_from ")
                .append(command)
                .append('\'');
        for (String name : option.names()) {
            script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^--?", ""));
        }
        if (option.arity().max() > 0) {
            script.append(" -r");
        }
        describe(script, option.description());
    }

    private static void describe(StringBuilder script, String[] description) {
        if (description.length > 0) {
            String text =
                    description[0].replace("\\", "\\\\").replace("'", "\\'").replace('\n', ' ');
            script.append(" -d '").append(text).append('\'');
        }
        script.append('\n');
    }
}
