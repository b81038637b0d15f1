package dev.smokerunner.history;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.smokerunner.incident.IncidentBook;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of a site as JSON: the components of its records, and nothing that they derive from them. */
final class BookFormat {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(any -> any.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            // An older runner beside a newer one goes on.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BookFormat() {}

    static String write(IncidentBook book) {
        return JSON.writeValueAsString(book);
    }

    static IncidentBook read(String json) {
        return json.isEmpty() ? IncidentBook.EMPTY : JSON.readValue(json, IncidentBook.class);
    }
}
