package dev.smokerunner.metrics;

import com.codahale.metrics.graphite.Graphite;
import com.codahale.metrics.graphite.GraphiteSender;
import com.codahale.metrics.graphite.PickledGraphite;
import dev.smokerunner.metrics.MetricsSettings.Carbon;
import dev.smokerunner.metrics.MetricsSettings.Protocol;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Sends numbers to carbon. Carbon never answers; so that a dead connection is seen at the next batch, each has its own.
 *
 * @param carbon where it is
 * @param prefix what all names begin with
 */
record GraphiteReceiver(Carbon carbon, String prefix) implements Receiver<Point> {
    /** The library's own number; carbon takes up to a megabyte. */
    private static final int PICKLED_AT_ONCE = 100;

    @Override
    public String name() {
        return "Graphite at " + carbon;
    }

    @Override
    public void send(List<Point> points) throws IOException {
        try (GraphiteSender sender = sender()) {
            sender.connect();
            for (Point point : points) {
                sender.send(
                        GraphiteNames.of(prefix, point),
                        text(point.value()),
                        point.at().getEpochSecond());
            }
            sender.flush();
        }
    }

    private GraphiteSender sender() {
        TimedSockets sockets = new TimedSockets();
        return carbon.protocol() == Protocol.PICKLE
                ? new PickledGraphite(carbon.host(), carbon.port(), sockets, PICKLED_AT_ONCE)
                : new Graphite(carbon.host(), carbon.port(), sockets);
    }

    /** As a plain number in any language. */
    private static String text(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
