package dev.smokerunner.metrics;

import dev.smokerunner.metrics.MetricsSettings.Grafana;
import dev.smokerunner.release.Release;
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
record GrafanaAnnotations(Grafana grafana, HttpJson http) implements Receiver<Release> {
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
    public void send(List<Release> releases) throws IOException {
        for (Release release : releases) {
            ObjectNode annotation = JsonMapper.shared().createObjectNode();
            annotation.put("time", release.at().toEpochMilli()).put("text", ReleaseText.of(release));
            ReleaseText.tags(release).forEach(annotation.putArray("tags")::add);
            http.post(
                    HttpJson.below(grafana.url(), "/api/annotations"),
                    annotation.toString(),
                    Map.of("Authorization", "Bearer " + grafana.token().reveal()));
        }
    }
}
