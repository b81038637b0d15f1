package dev.smokerunner.run;

import dev.smokerunner.observation.Machine;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observe.http.Addresses;
import dev.smokerunner.observe.http.BodyLimits;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Via;
import dev.smokerunner.observe.release.PlaceLooker;
import dev.smokerunner.observe.visitor.Session;
import dev.smokerunner.serving.EdgeAddress;
import dev.smokerunner.serving.Edges;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The places that serve a site, ready to be asked. */
final class SitePlaces implements AutoCloseable {
    /** Texts and pictures are compared as far as this, larger files only digested; what is kept is let go of after it was compared. */
    private static final BodyLimits LIMITS = new BodyLimits(1 << 20, 1 << 20, 32L << 20, 1L << 30);
    /** A package has larger files than pages have, films for example. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final List<PlaceLooker> all = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private SitePlaces(LocalSystem system) {
        this.system = system;
    }

    /**
     * The places of a site, the site itself first.
     *
     * @param site the site's URL
     * @param plan which places there are, and how their requests look
     * @param system the environment, for its proxies
     */
    static SitePlaces of(URI site, SmokePlan plan, LocalSystem system) {
        SitePlaces places = new SitePlaces(system);
        HttpOptions own = HttpOptions.of(site)
                .with(plan.firstBrowser().headers(), plan.firstBrowser().basicAuth())
                .with(Session.of(plan.firstBrowser().preparation(), site))
                .with(LIMITS)
                .with(LIMIT);
        URI base = site.resolve("./");
        places.add(Place.Kind.SITE, "the site", base, own);
        // The origin has another name: what is meant for the site's own host is not sent there.
        plan.edges()
                .origin()
                .ifPresent(origin -> places.add(
                        Place.Kind.ORIGIN,
                        "the origin",
                        origin.resolve("./"),
                        HttpOptions.of(origin).with(LIMITS).with(LIMIT)));
        for (EdgeAddress edge : places.edges(site, plan.edges())) {
            places.add(edge, base, own);
        }
        return places;
    }

    /** The places, the site itself first. */
    List<PlaceLooker> all() {
        return List.copyOf(all);
    }

    /** The site itself. */
    PlaceLooker site() {
        return all.get(0);
    }

    /** What was not asked, and why. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        all.forEach(PlaceLooker::close);
    }

    private void add(Place.Kind kind, String name, URI base, HttpOptions options) {
        HttpFetcher http = new HttpFetcher(options, system.environment(), system.sleeper());
        all.add(new PlaceLooker(new Place(kind, name, base), http));
    }

    /** The name is resolved once, so that what is connected to can be compared with it: that of a CDN changes by the second. */
    private void add(EdgeAddress edge, URI base, HttpOptions options) {
        List<String> addresses = addresses(edge.host());
        String host = base.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
        Machine machine = new Machine(edge.host(), edge.port().orElse(port(base)), addresses);
        Place place = new Place(Place.Kind.EDGE, "edge " + edge, base, Optional.of(machine));
        Via via = new Via(host, edge.toString(), addresses, edge.port());
        all.add(new PlaceLooker(place, HttpFetcher.through(via, options, system.sleeper())));
    }

    private static List<String> addresses(String host) {
        try {
            Addresses known = Addresses.of(host);
            return known.reachable().isEmpty() ? known.unreachable() : known.reachable();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    private static int port(URI url) {
        boolean isUsual = url.getPort() < 0;
        return isUsual && url.getScheme().equalsIgnoreCase("https") ? 443 : isUsual ? 80 : url.getPort();
    }

    private List<EdgeAddress> edges(URI site, Edges edges) {
        List<EdgeAddress> addresses = new ArrayList<>(edges.addresses());
        if (edges.all()) {
            try {
                Addresses known = Addresses.of(site.getHost());
                known.reachable().forEach(text -> addresses.add(new EdgeAddress(text, OptionalInt.empty())));
                known.unreachable()
                        .forEach(text -> notes.add("edge " + text + " was not asked: this machine has no IPv6"));
            } catch (UnknownHostException e) {
                notes.add("no edge was asked: " + e.getMessage());
            }
        }
        return addresses;
    }
}
