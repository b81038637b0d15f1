package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.canary.build.BoundedProcess;
import dev.smokerunner.canary.build.Command;
import dev.smokerunner.canary.build.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs package managers, which may ask registries and run no code of packages.
 *
 * @param process bounds them
 * @param environment their whole environment
 */
public record Programs(BoundedProcess process, Map<String, String> environment) {
    private static final int SHOWN = 1_500;

    /** Copies the map. */
    public Programs {
        requireNonNull(process);
        environment = Map.copyOf(environment);
    }

    /**
     * What a program printed.
     *
     * @throws PackagesException if it cannot be started, takes too long or refuses
     */
    String run(Path directory, List<String> words) throws PackagesException, InterruptedException {
        Ending ending = end(directory, words);
        if (!ending.isSuccess()) {
            throw new PackagesException(described(words) + why(ending) + ": " + lastWords(ending.output()));
        }
        return ending.output();
    }

    /** The same for a program that says by its exit code what it found. */
    Ending end(Path directory, List<String> words) throws PackagesException, InterruptedException {
        try {
            return process.run(new Command(words, directory, environment));
        } catch (IOException e) {
            throw new PackagesException(described(words) + " cannot be started; install " + words.get(0), e);
        }
    }

    private static String described(List<String> words) {
        return "'" + String.join(" ", words.subList(0, Math.min(3, words.size()))) + "'";
    }

    private static String why(Ending ending) {
        return ending.reason() == Ending.Reason.EXITED
                ? " refused with exit code " + ending.exitCode()
                : " was ended after " + ending.took().toSeconds() + " s";
    }

    private static String lastWords(String output) {
        String stripped = output.strip();
        return stripped.substring(Math.max(0, stripped.length() - SHOWN));
    }
}
