package dev.smokerunner.config;

import java.util.List;
import java.util.stream.Collectors;

/** A config cannot be used; says everything that is wrong with it, in the order of the file. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Refuses a config.
     *
     * @param problems all that is wrong; never empty
     */
    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
