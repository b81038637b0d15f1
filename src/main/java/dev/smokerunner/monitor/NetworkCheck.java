package dev.smokerunner.monitor;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.serving.Target;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells an outage of a site from one of this machine's own network: where a site does not answer, and none of the others does,
 * nor any address that was named as a reference, it is the network. Without a reference it is always the site, since several may
 * well be down at once.
 */
public final class NetworkCheck {
    /** A page that got no answer at all, neither of DNS nor of a server. */
    private static final String UNANSWERED = "page-unanswered";

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** They are asked one after the other; where the network is up, the first one mostly answers. */
    private static final int MOST_ASKED = 5;

    private final List<InetSocketAddress> references;
    private final Supplier<Collection<WatchedSite>> sites;
    private Optional<Instant> downSince = Optional.empty();

    /**
     * A check.
     *
     * @param references addresses that have nothing to do with the sites, not resolved yet; empty where none was named
     * @param sites all that are watched
     */
    public NetworkCheck(List<InetSocketAddress> references, Supplier<Collection<WatchedSite>> sites) {
        this.references = List.copyOf(references);
        this.sites = sites;
    }

    /**
     * What a round says when the network is known.
     *
     * @param result the result, inconclusive where the network is down
     * @param isUp whether the network is up
     */
    public record Judged(SmokeResult result, boolean isUp) {}

    /** Judges a result anew. */
    public Judged judge(WatchedSite site, SmokeResult result, Instant now) {
        boolean isUnanswered = result.verdict() == Verdict.FAIL
                && result.findings().stream().map(Finding::kind).anyMatch(UNANSWERED::equals);
        boolean isDown =
                isUnanswered && !references.isEmpty() && addresses(site).noneMatch(NetworkCheck::answers);
        remember(isDown, now);
        return isDown ? new Judged(unknown(result), false) : new Judged(result, true);
    }

    private synchronized void remember(boolean isDown, Instant now) {
        downSince = isDown ? downSince.or(() -> Optional.of(now)) : Optional.empty();
    }

    /** Since when the network is down; absent while it is up. */
    public synchronized Optional<Instant> downSince() {
        return downSince;
    }

    private Stream<InetSocketAddress> addresses(WatchedSite site) {
        Optional<InetSocketAddress> own = address(site);
        return Stream.concat(
                references.stream().map(one -> new InetSocketAddress(one.getHostString(), one.getPort())),
                sites.get().stream()
                        .flatMap(other -> address(other).stream())
                        .filter(other -> own.filter(mine -> mine.getHostString().equals(other.getHostString()))
                                .isEmpty())
                        .distinct()
                        .limit(MOST_ASKED));
    }

    private static Optional<InetSocketAddress> address(WatchedSite site) {
        if (!(site.plan().target() instanceof Target.LiveSite live)) {
            return Optional.empty();
        }
        URI url = live.url();
        int port = url.getPort() >= 0 ? url.getPort() : (url.getScheme().equals("https") ? 443 : 80);
        return Optional.of(new InetSocketAddress(url.getHost(), port));
    }

    private static boolean answers(InetSocketAddress address) {
        if (address.isUnresolved()) {
            return false;
        }
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static SmokeResult unknown(SmokeResult result) {
        return new SmokeResult(
                result.subject(),
                result.startedAt(),
                result.duration(),
                result.version(),
                Verdict.INCONCLUSIVE,
                Optional.empty(),
                Optional.of(
                        "this machine's own network seems to be down: neither the site, nor any other one, nor an address"
                                + " of --reference answers"),
                result.pages(),
                List.of(),
                result.checks(),
                result.notes(),
                result.failOn(),
                result.release());
    }
}
