package dev.smokerunner.alert;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people are told about an incident. All its texts are free of secrets; what a page wrote into them is hostile, and each
 * channel escapes it as its medium needs.
 *
 * @param id the same for the same message, also when it is sent again
 * @param kind what happened
 * @param key the same for all messages of one incident
 * @param site which site
 * @param severity how bad it is; the worst that it was, for one that is over
 * @param since when the first round saw it
 * @param at when this happened
 * @param confirmation how it was confirmed, e.g. {@code seen in 2 rounds in a row}
 * @param troubles what is wrong, worst first; what was wrong, for one that is over
 * @param changes what changed lately, e.g. a release
 * @param report where the whole report is; absent where nobody can open it
 * @param screenshot where the picture is; absent where nobody can open it
 * @param incident where all is that is known of it, whoever noticed it; absent where nobody can open it
 */
public record Alert(
        String id,
        Kind kind,
        String key,
        Site site,
        Severity severity,
        Instant since,
        Instant at,
        String confirmation,
        List<Trouble> troubles,
        List<String> changes,
        Optional<URI> report,
        Optional<URI> screenshot,
        Optional<URI> incident) {

    /** Copies the lists. */
    public Alert {
        requireNonNull(id);
        requireNonNull(kind);
        requireNonNull(key);
        requireNonNull(site);
        requireNonNull(severity);
        requireNonNull(since);
        requireNonNull(at);
        requireNonNull(confirmation);
        requireNonNull(report);
        requireNonNull(screenshot);
        requireNonNull(incident);
        troubles = List.copyOf(troubles);
        changes = List.copyOf(changes);
    }

    /** What happened. */
    public enum Kind {
        /** Something is wrong, and confirmed. */
        OPENED,
        /** More is wrong, or it is worse, or it comes and goes. */
        CHANGED,
        /** It is over. */
        RESOLVED,
        /** Nothing is wrong: a version went live, which channels that take releases are told; its name is the one change. */
        RELEASED,
        /** Nothing: somebody wants to see whether messages arrive. */
        TEST
    }

    /**
     * Which site an alert is about.
     *
     * @param name its name in the config
     * @param environment which of its environments
     * @param target the address that is checked
     * @param owner who looks after it; absent where the config does not say
     * @param runbook where it is written what to do; absent where the config does not say
     */
    public record Site(
            String name, String environment, String target, Optional<String> owner, Optional<String> runbook) {
        /** Rejects null. */
        public Site {
            requireNonNull(name);
            requireNonNull(environment);
            requireNonNull(target);
            requireNonNull(owner);
            requireNonNull(runbook);
        }

        /** As people call it. */
        public String shown() {
            return environment.isEmpty() ? name : name + " (" + environment + ")";
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param kind what was found, e.g. {@code asset-missing}
     * @param severity how bad it is
     * @param message what it is
     * @param where the place in the source; absent where there is none
     * @param hint what to do; absent where nobody knows
     * @param links where people can see more, e.g. the tickets of customers
     */
    public record Trouble(
            String kind,
            Severity severity,
            String message,
            Optional<String> where,
            Optional<String> hint,
            List<URI> links) {
        /** Copies the list. */
        public Trouble {
            requireNonNull(kind);
            requireNonNull(severity);
            requireNonNull(message);
            requireNonNull(where);
            requireNonNull(hint);
            links = List.copyOf(links);
        }
    }
}
