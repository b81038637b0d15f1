package dev.smokerunner.alert;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Severity;
import java.util.List;

/**
 * Which channels an alert goes to.
 *
 * @param channels all channels of a config
 * @param routes what goes where; empty where all goes to all
 */
public record AlertRoutes(List<AlertChannel> channels, List<Route> routes) {
    /** Nobody is told. */
    public static final AlertRoutes NONE = new AlertRoutes(List.of(), List.of());

    /** Copies the lists. */
    public AlertRoutes {
        channels = List.copyOf(channels);
        routes = List.copyOf(routes);
    }

    /** The channels for what is as bad as this. */
    public List<AlertChannel> of(Severity severity) {
        return routes.isEmpty()
                ? channels
                : channels.stream()
                        .filter(channel -> routes.stream()
                                .anyMatch(route ->
                                        route.covers(severity) && route.to().contains(channel.name())))
                        .toList();
    }

    /**
     * What goes to some channels.
     *
     * @param worst the worst severity, e.g. 1
     * @param mildest the mildest severity, e.g. 2
     * @param to the names of the channels
     */
    public record Route(Severity worst, Severity mildest, List<String> to) {
        /** Copies the list. */
        public Route {
            requireNonNull(worst);
            requireNonNull(mildest);
            to = List.copyOf(to);
        }

        boolean covers(Severity severity) {
            return severity.isAtLeast(mildest) && worst.isAtLeast(severity);
        }
    }
}
