package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.grid.GridException.Kind;
import dev.smokerunner.observe.session.RemoteSession;
import dev.smokerunner.observe.session.SessionException;
import dev.smokerunner.observe.session.WantedBrowser;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a Grid for a session until it gives one, refuses, or the time is over. Selenium asks once, and knows of no Grid that
 * chooses a node which is gone.
 */
final class GridRequest {
    /** A Grid does not notice at once that a node is gone, and goes on to choose it. */
    private static final String NODE_IS_GONE = "Connection error";

    private static final String QUEUED_TOO_LONG = "New session request timed out";
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private final GridAddress grid;
    private final WantedBrowser wish;
    private final Duration wait;

    GridRequest(GridAddress grid, WantedBrowser wish, Duration wait) {
        this.grid = grid;
        this.wish = wish;
        this.wait = wait;
    }

    GridSession open() throws GridException {
        long deadline = System.nanoTime() + wait.toNanos();
        Duration left = wait;
        while (true) {
            try {
                return session(RemoteSession.open(grid.server(), wish, left));
            } catch (SessionException trouble) {
                left = Duration.ofNanos(deadline - System.nanoTime()).minus(ASK_AGAIN);
                if (!trouble.reason().contains(NODE_IS_GONE) || left.isNegative() || left.isZero()) {
                    throw asOurs(trouble);
                }
                LockSupport.parkNanos(ASK_AGAIN.toNanos());
            }
        }
    }

    private GridException asOurs(SessionException trouble) {
        if (trouble.kind() == SessionException.Kind.TIMED_OUT) {
            return noSlot(seconds(wait));
        }
        if (trouble.kind() != SessionException.Kind.REFUSED) {
            return GridException.of(grid, trouble);
        }
        return trouble.reason().contains(QUEUED_TOO_LONG)
                ? noSlot("the time that it lets a request wait (--session-request-timeout)")
                : refused(trouble.reason());
    }

    private GridSession session(RemoteSession session) throws GridException {
        Optional<URI> socket = session.text(capability()).flatMap(given -> socket(given, session.id()));
        if (socket.isEmpty()) {
            session.close();
            throw refused("it gives no way to the browser itself of "
                    + session.title().strip() + " (" + capability()
                    + "); a Selenium Grid 4 does, for Chrome, Chromium, Edge and Firefox");
        }
        return new GridSession(grid, session, socket.get());
    }

    /** Where a node says how its browser is reached. */
    private String capability() {
        return wish.kind() == WantedBrowser.Kind.FIREFOX ? "webSocketUrl" : "se:cdp";
    }

    /**
     * Where we reach the socket. A node says it with the name by which it knows the hub itself, which in a cluster nobody
     * else can reach: the way that led to the session leads to its socket too. Other addresses are taken as they are.
     */
    private Optional<URI> socket(String given, String id) {
        String usual = "session/" + id + (wish.kind() == WantedBrowser.Kind.FIREFOX ? "/se/bidi" : "/se/cdp");
        if (given.endsWith("/" + usual)) {
            return Optional.of(grid.socket(usual));
        }
        try {
            return Optional.of(new URI(given))
                    .filter(url -> url.getHost() != null
                            && String.valueOf(url.getScheme()).matches("(?i)wss?"));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private GridException refused(String why) {
        String hint = why.contains("Chrome instance exited")
                ? "; its log on the node tells why (as root it starts only with --no-sandbox, which is the node's to say)"
                : "";
        return new GridException(Kind.REFUSED, "the Selenium Grid " + grid + " gave no " + name() + ": " + why + hint);
    }

    /** Says what was in the way, as far as the Grid tells. */
    private GridException noSlot(String time) {
        String why;
        try {
            GridSlots slots = GridSlots.of(grid, wish.kind());
            if (slots.all() == 0) {
                why = "it has no slot for such a browser; add a node that has one";
            } else if (slots.free() == 0) {
                why = "all of its " + slots.all() + " slots are in use; add nodes, or wait longer";
            } else {
                why = "though " + slots.free() + " of its " + slots.all()
                        + " slots are free; its nodes are too slow, or ill";
            }
        } catch (GridException silent) {
            why = "and does not tell why";
        }
        return new GridException(
                Kind.NO_SLOT, "the Selenium Grid " + grid + " gave no " + name() + " within " + time + ": " + why);
    }

    private String name() {
        return wish.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
