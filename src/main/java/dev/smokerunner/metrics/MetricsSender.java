package dev.smokerunner.metrics;

import dev.smokerunner.release.Release;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends numbers and releases to where the sites' configs say. It holds nobody up. Called by several threads at once. */
public final class MetricsSender implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Consumer<String> log;
    private final Duration firstPause;
    private final HttpJson http = new HttpJson();
    private final Map<Receiver<Point>, ReceiverQueue<Point>> points = new HashMap<>();
    private final Map<Receiver<Release>, ReceiverQueue<Release>> releases = new HashMap<>();

    /**
     * A sender that knows no receiver yet.
     *
     * @param log is told when a receiver goes away, and when it is back
     */
    public MetricsSender(Consumer<String> log) {
        this(log, FIRST_PAUSE);
    }

    MetricsSender(Consumer<String> log, Duration firstPause) {
        this.log = log;
        this.firstPause = firstPause;
    }

    /** Sends numbers. */
    public synchronized void send(MetricsSettings settings, List<Point> numbers) {
        List<Receiver<Point>> receivers = new ArrayList<>();
        settings.graphite().ifPresent(carbon -> receivers.add(new GraphiteReceiver(carbon, settings.prefix())));
        settings.otlp().ifPresent(address -> receivers.add(new OtlpReceiver(address, http)));
        for (Receiver<Point> receiver : receivers) {
            points.computeIfAbsent(receiver, this::queue).add(numbers);
        }
    }

    /** Tells of a release. */
    public synchronized void send(MetricsSettings settings, Release release) {
        List<Receiver<Release>> receivers = new ArrayList<>();
        settings.events().ifPresent(address -> receivers.add(new GraphiteEvents(address, http)));
        settings.grafana().ifPresent(grafana -> receivers.add(new GrafanaAnnotations(grafana, http)));
        for (Receiver<Release> receiver : receivers) {
            releases.computeIfAbsent(receiver, this::queue).add(List.of(release));
        }
    }

    private <T> ReceiverQueue<T> queue(Receiver<T> receiver) {
        return new ReceiverQueue<>(receiver, log, firstPause);
    }

    /** Hands over what waits, once, and ends. */
    @Override
    public synchronized void close() {
        points.values().forEach(ReceiverQueue::close);
        releases.values().forEach(ReceiverQueue::close);
    }
}
