package dev.smokerunner.observe.grid;

import dev.smokerunner.observe.grid.GridException.Kind;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Asks a Grid for a session until it gives one, refuses, or the time is over. */
final class GridRequest {
    /** A Grid does not notice at once that a node is gone, and goes on to choose it. */
    private static final String NODE_IS_GONE = "Connection error";

    private static final String QUEUED_TOO_LONG = "New session request timed out";
    private static final Duration ASK_AGAIN = Duration.ofMillis(500);

    private final GridHttp http;
    private final GridCapabilities wish;
    private final Duration wait;

    GridRequest(GridHttp http, GridCapabilities wish, Duration wait) {
        this.http = http;
        this.wish = wish;
        this.wait = wait;
    }

    GridSession open() throws GridException {
        long deadline = System.nanoTime() + wait.toNanos();
        Duration left = wait;
        while (true) {
            GridAnswer answer =
                    http.post("session", wish.capabilities(), left).orElseThrow(() -> noSlot(seconds(wait)));
            if (!answer.isError()) {
                return session(answer);
            }
            if (answer.trouble().contains(QUEUED_TOO_LONG)) {
                throw noSlot("the time that it lets a request wait (--session-request-timeout)");
            }
            left = Duration.ofNanos(deadline - System.nanoTime()).minus(ASK_AGAIN);
            if (!answer.trouble().contains(NODE_IS_GONE) || left.isNegative() || left.isZero()) {
                throw refused(answer.trouble());
            }
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
        }
    }

    private GridSession session(GridAnswer answer) throws GridException {
        String id = answer.text("sessionId").orElseThrow(() -> refused("its answer has no sessionId"));
        GridAnswer granted = new GridAnswer(answer.status(), answer.value().path("capabilities"));
        String title = granted.text("browserName").orElse("") + " "
                + granted.text("browserVersion").orElse("");
        Optional<URI> socket = granted.text("se:cdp").flatMap(given -> socket(given, id));
        if (socket.isEmpty()) {
            new GridSession(http, id, http.grid().url(), title).close();
            throw refused("it gives no way to the DevTools of " + title.strip()
                    + " (se:cdp); a Selenium Grid 4 does, for Chrome, Chromium and Edge");
        }
        return new GridSession(http, id, socket.get(), title);
    }

    /**
     * Where we reach the socket. A node says it with the name by which it knows the hub itself, which in a cluster nobody
     * else can reach: the way that led to the session leads to its socket too. Other addresses are taken as they are.
     */
    private Optional<URI> socket(String given, String id) {
        String usual = "session/" + id + "/se/cdp";
        if (given.endsWith("/" + usual)) {
            return Optional.of(http.grid().socket(usual));
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
        return new GridException(
                Kind.REFUSED, "the Selenium Grid " + http.grid() + " gave no " + name() + ": " + why + hint);
    }

    /** Says what was in the way, as far as the Grid tells. */
    private GridException noSlot(String time) {
        String why;
        try {
            GridSlots slots = GridSlots.of(http, wish.browser());
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
                Kind.NO_SLOT,
                "the Selenium Grid " + http.grid() + " gave no " + name() + " within " + time + ": " + why);
    }

    private String name() {
        return wish.browser().name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
