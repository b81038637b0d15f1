package dev.smokerunner.cli;

import java.util.List;

/** The command line or a config asks for something that cannot be done; nothing ran. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UsageException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, a line each. */
    List<String> problems() {
        return problems;
    }
}
