package dev.smokerunner.alert;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An alert as JSON, to be kept until it is sent. */
public final class AlertFormat {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(any -> any.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AlertFormat() {}

    /** The alert as JSON. */
    public static String write(Alert alert) {
        return JSON.writeValueAsString(alert);
    }

    /** The alert that was written. */
    public static Alert read(String json) {
        return JSON.readValue(json, Alert.class);
    }
}
