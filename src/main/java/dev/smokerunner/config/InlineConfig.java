package dev.smokerunner.config;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.run.SmokePlan;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * A config that stands in code and in no file. It is read as a file is, so that both refuse the same things in the same words.
 *
 * @param content the keys of a config with texts, numbers, lists and maps
 * @param variables the variables for {@code ${NAME}} and {@code ${secret:NAME}}
 */
public record InlineConfig(Map<String, Object> content, Function<String, Optional<String>> variables) {
    /** What problems say where others name a file. Packages are relative to the working directory. */
    private static final Path NAME = Path.of("plan");

    /** Rejects null, copies the map. */
    public InlineConfig {
        requireNonNull(variables);
        content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
    }

    /**
     * The plan for its environment.
     *
     * @throws ConfigException if anything in it is wrong; the problems have no place, since there is no file
     */
    public SmokePlan plan(Selection selection) throws ConfigException {
        // Whatever is JSON is YAML too.
        String text = JsonMapper.shared().writeValueAsString(content);
        try {
            SmokePlan plan = new ConfigFile(NAME, variables).plan(text, selection);
            return plan.with(plan.subject().describedNowhere());
        } catch (ConfigException e) {
            throw new ConfigException(withoutPlaces(e.problems()));
        }
    }

    private static List<Problem> withoutPlaces(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem(problem.file(), Optional.empty(), problem.path(), problem.message()))
                .toList();
    }
}
