package dev.smokerunner.tickets;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the ticket of an incident is like, besides its words; views find it by that.
 *
 * @param tags its tags
 * @param macro the number of a macro whose fields it gets, such as a group; absent for none
 */
public record SupportSettings(List<String> tags, Optional<Long> macro) {
    /** The tag of all tickets that we make. */
    public static final String TAG = "smoke-incident";

    /** That tag and nothing else. */
    public static final SupportSettings USUAL = new SupportSettings(List.of(TAG), Optional.empty());

    /** Copies the list. */
    public SupportSettings {
        tags = List.copyOf(tags);
        requireNonNull(macro);
    }
}
