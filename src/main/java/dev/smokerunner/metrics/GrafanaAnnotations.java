package dev.smokerunner.metrics;

import dev.smokerunner.metrics.MetricsSettings.Grafana;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a Grafana of releases.
 *
 * @param grafana where it is
 * @param http posts to it
 */
record GrafanaAnnotations(Grafana grafana, HttpJson http) implements Receiver<ReleaseMark> {
    @Override
    public String name() {
        return "Grafana at " + grafana.url();
    }

    /** One, so that none is told twice because the next one was refused. */
    @Override
    public int mostAtOnce() {
        return 1;
    }

    @Override
    public void send(List<ReleaseMark> marks) throws IOException {
        for (ReleaseMark mark : marks) {
            ObjectNode annotation = JsonMapper.shared().createObjectNode();
            annotation.put("time", mark.at().toEpochMilli()).put("text", mark.text());
            mark.tags().forEach(annotation.putArray("tags")::add);
            http.post(
                    HttpJson.below(grafana.url(), "/api/annotations"),
                    annotation.toString(),
                    Map.of("Authorization", "Bearer " + grafana.token().reveal()));
        }
    }
}
