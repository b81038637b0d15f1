package dev.smokerunner.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What happened to an incident in one round, and people should hear of.
 *
 * @param kind what
 * @param source who noticed
 * @param incident as it is then
 * @param at when
 * @param causes the causes that it has then, worst first; those that join are the only ones where some did
 */
public record IncidentEvent(Kind kind, Source source, Incident incident, Instant at, List<SeenCause> causes) {
    /** What happened. */
    public enum Kind {
        /** It is confirmed. */
        OPENED,
        /** More causes that began with it are confirmed, or somebody else noticed it too. */
        JOINED,
        /** It is worse than it was. */
        WORSENED,
        /** It comes and goes: it is held open until it does so no longer. */
        FLAPPING,
        /** It is over. */
        RESOLVED;

        /** What it is called in files, in the history and by programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of a word. */
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Copies the list. */
    public IncidentEvent {
        requireNonNull(kind);
        requireNonNull(source);
        requireNonNull(incident);
        requireNonNull(at);
        causes = List.copyOf(causes);
    }
}
