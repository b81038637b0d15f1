package dev.smokerunner.tickets;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** An error of Zendesk's API, by the name that it has in the answer; of those that mean something here. */
public enum ApiError {
    /** A key that was used within two hours comes again with another request: what it made is there. */
    KEY_USED_BEFORE("IdempotencyRequestError"),
    /** Any other, or none. */
    OTHER("");

    private final String word;

    ApiError(String word) {
        this.word = word;
    }

    /**
     * The error that an answer names.
     *
     * @param body the answer's body; may be anything
     */
    static ApiError of(String body) {
        try {
            String named = JsonMapper.shared().readTree(body).path("error").asString("");
            return named.equals(KEY_USED_BEFORE.word) ? KEY_USED_BEFORE : OTHER;
        } catch (JacksonException notJson) {
            return OTHER;
        }
    }
}
