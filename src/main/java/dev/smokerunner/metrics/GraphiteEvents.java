package dev.smokerunner.metrics;

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
record GraphiteEvents(URI address, HttpJson http) implements Receiver<ReleaseMark> {
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
    public void send(List<ReleaseMark> marks) throws IOException {
        for (ReleaseMark mark : marks) {
            ObjectNode event = JsonMapper.shared().createObjectNode();
            event.put("what", mark.text());
            mark.tags().forEach(event.putArray("tags")::add);
            event.put("data", mark.version()).put("when", mark.at().getEpochSecond());
            http.post(HttpJson.below(address, "/events/"), event.toString(), Map.of());
        }
    }
}
