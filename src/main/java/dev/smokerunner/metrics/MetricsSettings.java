package dev.smokerunner.metrics;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * Where the numbers of a site are sent.
 *
 * @param graphite where carbon listens; absent where there is none
 * @param prefix what all names of Graphite begin with
 * @param otlp where a collector takes OTLP over HTTP; absent where there is none
 * @param events Graphite's web application, which is told of releases; absent where there is none
 * @param grafana a Grafana, which is told of releases; absent where there is none
 */
public record MetricsSettings(
        Optional<Carbon> graphite, String prefix, Optional<URI> otlp, Optional<URI> events, Optional<Grafana> grafana) {
    /** Nothing is sent. */
    public static final MetricsSettings NONE =
            new MetricsSettings(Optional.empty(), "smoke", Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects null. */
    public MetricsSettings {
        requireNonNull(graphite);
        requireNonNull(prefix);
        requireNonNull(otlp);
        requireNonNull(events);
        requireNonNull(grafana);
    }

    /**
     * The daemon that takes numbers for Graphite.
     *
     * @param host its name or address
     * @param port its port
     * @param protocol how it is spoken to there
     */
    public record Carbon(String host, int port, Protocol protocol) {
        /** Rejects null. */
        public Carbon {
            requireNonNull(host);
            requireNonNull(protocol);
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** How carbon is spoken to. */
    public enum Protocol {
        /** A line of text for each number; carbon's port 2003. */
        PLAINTEXT,
        /** Many numbers at once, as Python packs them; carbon's port 2004. */
        PICKLE
    }

    /**
     * A Grafana.
     *
     * @param url its address
     * @param token of a service account that may write annotations
     */
    public record Grafana(URI url, Secret token) {
        /** Rejects null. */
        public Grafana {
            requireNonNull(url);
            requireNonNull(token);
        }
    }
}
