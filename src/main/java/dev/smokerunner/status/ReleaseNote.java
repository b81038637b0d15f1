package dev.smokerunner.status;

import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.release.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody says of a release, or all that is wrong with it.
 *
 * @param release the release; absent where something is wrong
 * @param problems what is wrong, a sentence each
 */
record ReleaseNote(Optional<Release> release, List<String> problems) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> KEYS = List.of("name", "environment", "version");
    private static final int LONGEST = 200;

    /**
     * Reads a note.
     *
     * @param sites what is watched
     * @param now when the release was, if it is right
     */
    static ReleaseNote read(String text, List<SiteStatus> sites, Instant now) {
        JsonNode note;
        try {
            note = JSON.readTree(text);
        } catch (JacksonException e) {
            return refused(List.of("expected a JSON object, got no JSON: " + e.getOriginalMessage()));
        }
        if (!note.isObject()) {
            return refused(List.of("expected a JSON object with " + String.join(", ", KEYS)));
        }
        List<String> problems = new ArrayList<>();
        note.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key ->
                        problems.add("expected one of the keys " + String.join(", ", KEYS) + ", got another one"));
        String name = text(note, "name", problems);
        String environment = text(note, "environment", problems);
        String version = text(note, "version", problems);
        if (!name.isEmpty() && !environment.isEmpty()) {
            checkSite(name, environment, sites, problems);
        }
        return problems.isEmpty()
                ? new ReleaseNote(Optional.of(new Release(name, environment, version, now)), List.of())
                : refused(problems);
    }

    private static ReleaseNote refused(List<String> problems) {
        return new ReleaseNote(Optional.empty(), problems.stream().distinct().toList());
    }

    private static String text(JsonNode note, String key, List<String> problems) {
        JsonNode value = note.path(key);
        String text = value.isString() ? value.asString() : "";
        boolean isLine = text.codePoints().noneMatch(Character::isISOControl);
        if (text.isBlank() || text.length() > LONGEST || !isLine) {
            String got = value.isMissingNode() ? "nothing" : (value.isString() ? "another text" : "no text");
            problems.add(key + ": expected a text on one line of 1 to " + LONGEST + " characters, got " + got);
            return "";
        }
        return text;
    }

    private static void checkSite(String name, String environment, List<SiteStatus> sites, List<String> problems) {
        List<String> environments = sites.stream()
                .filter(status -> status.site().name().equals(name))
                .map(status -> status.site().environment())
                .toList();
        if (environments.isEmpty()) {
            problems.add("name: expected the name of a site that is watched, got another one");
        } else if (!environments.contains(environment)) {
            problems.add("environment: expected one that is watched of this site (" + String.join(", ", environments)
                    + "), got another one");
        }
    }
}
