package dev.smokerunner.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a shell, as its words; enough of the shell's grammar for what the documentation has.
 *
 * @param words the command and its arguments, without quotes
 */
record ShellCommand(List<String> words) {
    private static final Pattern TOKEN = Pattern.compile("(?<blank>[ \t]+|#(?<=[\\s]#)[^\n]*)"
            + "|(?<end>[|;&<>()\n])"
            + "|(?<word>(?:[^\\s\"'|;&<>()]|\"[^\"]*\"|'[^']*')+)"
            + "|(?<other>.)");

    /** The commands of a text, without comments, redirections and what stands between commands. */
    static List<ShellCommand> of(String text) {
        List<ShellCommand> commands = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Matcher token = TOKEN.matcher(text.replace("\\\n", " ") + "\n");
        while (token.find()) {
            if (token.group("word") != null) {
                words.add(token.group().replaceAll("[\"']", ""));
            } else if (token.group("end") != null && !words.isEmpty()) {
                commands.add(new ShellCommand(List.copyOf(words)));
                words.clear();
            }
        }
        return commands;
    }

    /** Whether it starts Smoke Runner, by whichever path. */
    boolean isSmoke() {
        return words.get(0).matches("(.*/)?smoke") && words.size() > 1;
    }

    /** What Smoke Runner is given. */
    List<String> arguments() {
        return words.subList(1, words.size());
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
