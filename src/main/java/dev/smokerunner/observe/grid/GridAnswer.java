package dev.smokerunner.observe.grid;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a Grid answers.
 *
 * @param status the HTTP status
 * @param value the {@code value} of the JSON that WebDriver prescribes
 */
record GridAnswer(int status, JsonNode value) {
    private static final int LONGEST = 300;

    boolean isError() {
        return status >= 400;
    }

    /** The first line of what is said about an error; the further ones name versions and machines. */
    String trouble() {
        String error = value.path("error").asString("HTTP " + status);
        String message =
                value.path("message").asString("").strip().lines().findFirst().orElse("");
        String whole = (message.isEmpty() ? error : error + ": " + message)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return whole.length() > LONGEST ? whole.substring(0, LONGEST) + "…" : whole;
    }

    Optional<String> text(String field) {
        JsonNode found = value.path(field);
        return found.isString() ? Optional.of(found.asString()) : Optional.empty();
    }
}
