package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Awaited;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page opens that is no request with an answer: its sockets and its service workers. Whether they open is told in a
 * message, which comes no sooner than they fail.
 *
 * <p>Each address is waited for once: what is opened again and again is a page that looks whether its server is back.
 *
 * <p>Not safe for use by several threads.
 */
final class Openings {
    /**
     * Nothing of the page hangs on what takes longer. In Firefox refused sockets were told of within 0.1 s of the load event and
     * workers within 0.3 s, on a machine with ten times as much to do as it can within 1.5 s.
     */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** More than any page opens before it is ready. */
    private static final int MOST = 100;

    private final Map<String, Opening> open = new LinkedHashMap<>();
    private final Set<URI> known = new HashSet<>();

    private record Opening(URI url, Duration began) {}

    void began(String id, URI url, Duration at) {
        if (known.size() < MOST && known.add(url)) {
            open.put(id, new Opening(url, at));
        }
    }

    /** It opened, or failed to. */
    void ended(String id) {
        open.remove(id);
    }

    /** Another page came. */
    void committed() {
        open.clear();
    }

    /** The first that is waited for now. */
    Optional<Awaited> awaited(Duration now) {
        return open.values().stream()
                .filter(opening -> now.minus(opening.began()).compareTo(LONGEST) < 0)
                .findFirst()
                .map(opening -> new Awaited.Opening(opening.url()));
    }
}
