package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.secret.Redaction;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A config file: turns it into a plan, or into all the problems that it has.
 *
 * @param file the file; packages are relative to its directory
 * @param variables the environment variables for {@code ${NAME}} and {@code ${secret:NAME}}
 */
public record ConfigFile(Path file, Function<String, Optional<String>> variables) {

    /** Rejects null. */
    public ConfigFile {
        requireNonNull(file);
        requireNonNull(variables);
    }

    /**
     * The plan for one environment of the file.
     *
     * @throws ConfigException if anything in the file is wrong, in this environment or elsewhere, or the file does not say
     *     which environment is meant
     */
    public SmokePlan plan(Selection selection) throws ConfigException {
        return plan(ConfigText.read(file), selection);
    }

    /**
     * The same for a text that is not in the file yet.
     *
     * @throws ConfigException if anything in the text is wrong
     */
    public SmokePlan plan(String text, Selection selection) throws ConfigException {
        ValuePositions spots = new ValuePositions();
        Problems problems = new Problems(file.toString(), spots);
        Placeholders placeholders = new Placeholders(variables, problems);

        JsonNode tree = YamlReader.read(text, spots, problems);
        if (tree.isMissingNode()) {
            problems.throwIfAny(Redaction.NONE);
        }
        new Credentials(problems).check(tree, JsonPointer.empty());
        JsonNode replaced = placeholders.replace(tree, JsonPointer.empty());
        new NotBuilt(problems).refuse(replaced);
        ConfigSchema.check(replaced, problems);

        Redaction redaction = new Redaction(placeholders.secrets());
        Path base = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Optional<SmokePlan> plan =
                new PlanReader(ConfigNode.root(replaced, problems), base, selection, redaction).read();
        problems.throwIfAny(redaction);
        return plan.orElseThrow();
    }
}
