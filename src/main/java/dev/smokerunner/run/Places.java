package dev.smokerunner.run;

import dev.smokerunner.observation.Place;
import dev.smokerunner.observe.http.Addresses;
import dev.smokerunner.observe.http.BodyLimits;
import dev.smokerunner.observe.http.HttpLooker;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Via;
import dev.smokerunner.observe.release.PlaceLooker;
import dev.smokerunner.target.EdgeAddress;
import dev.smokerunner.target.Edges;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** The places that serve a site, ready to be asked. */
final class Places implements AutoCloseable {
    /** Texts are compared, and everything else is only digested; what is kept is let go of as soon as it was compared. */
    private static final BodyLimits LIMITS = new BodyLimits(1 << 20, 0, 32L << 20, 1L << 30);
    /** A package has larger files than pages have, films for example. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<PlaceLooker> all = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Places() {}

    /**
     * The places of a site, the site itself first.
     *
     * @param site the site's URL
     * @param plan which places there are, and how their requests look
     */
    static Places of(URI site, SmokePlan plan) {
        Places places = new Places();
        HttpOptions own = HttpOptions.of(site)
                .with(plan.browser().headers(), plan.browser().basicAuth())
                .with(LIMITS)
                .with(LIMIT);
        URI base = site.resolve("./");
        places.add(Place.Kind.SITE, "the site", base, new HttpLooker(own));
        // The origin has another name: what is meant for the site's own host is not sent there.
        plan.edges()
                .origin()
                .ifPresent(origin -> places.add(
                        Place.Kind.ORIGIN,
                        "the origin",
                        origin.resolve("./"),
                        new HttpLooker(HttpOptions.of(origin).with(LIMITS).with(LIMIT))));
        for (EdgeAddress edge : places.edges(site, plan.edges())) {
            Via via = new Via(site.getHost().toLowerCase(Locale.ROOT), edge.host(), edge.port());
            places.add(Place.Kind.EDGE, "edge " + edge, base, HttpLooker.through(via, own));
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

    private void add(Place.Kind kind, String name, URI base, HttpLooker http) {
        all.add(new PlaceLooker(new Place(kind, name, base), http));
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
