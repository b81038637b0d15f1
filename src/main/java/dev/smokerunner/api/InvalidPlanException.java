package dev.smokerunner.api;

import java.util.List;

/** A plan cannot be run; says everything that is wrong with it, in the words of the command line. Nothing was looked at. */
public final class InvalidPlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidPlanException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, one line each, e.g. {@code signup.yaml:12:5: pages[0].title: expected …}; never empty. */
    public List<String> problems() {
        return problems;
    }
}
