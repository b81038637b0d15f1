package dev.smokerunner.metrics;

import dev.smokerunner.release.Release;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells Graphite's web application of releases.
 *
 * @param address where it is
 * @param http posts to it
 */
record GraphiteEvents(URI address, HttpJson http) implements Receiver<Release> {
    @Override
    public String name() {
        return "Graphite's events at " + address;
    }

    /** One, so that none is told twice because the next one was refused. */
    @Override
    public int mostAtOnce() {
        return 1;
    }

    @Override
    public void send(List<Release> releases) throws IOException {
        for (Release release : releases) {
            ObjectNode event = JsonMapper.shared().createObjectNode();
            event.put("what", ReleaseText.of(release));
            ReleaseText.tags(release).forEach(event.putArray("tags")::add);
            event.put("data", release.version()).put("when", release.at().getEpochSecond());
            http.post(HttpJson.below(address, "/events/"), event.toString(), Map.of());
        }
    }
}
