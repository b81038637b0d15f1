package dev.smokerunner.metrics;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends numbers by OTLP over HTTP, in its JSON: gauges {@code smoke.load_ms} with the attributes {@code site.name} and
 * {@code site.environment}, and {@code page.group} where they are of one.
 *
 * @param address where a collector takes them
 * @param http posts them
 */
record OtlpReceiver(URI address, HttpJson http) implements Receiver<Point> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/v1/metrics";
    private static final long NANOS = 1_000_000L;

    @Override
    public String name() {
        return "OTLP at " + address;
    }

    @Override
    public void send(List<Point> points) throws IOException {
        String path = String.valueOf(address.getRawPath());
        URI url = path.length() > 1 ? address : HttpJson.below(address, PATH);
        http.post(url, json(points), Map.of());
    }

    static String json(List<Point> points) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode resource = root.putArray("resourceMetrics").addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", "smoke-runner");
        ArrayNode metrics = resource.putArray("scopeMetrics").addObject().putArray("metrics");
        Map<String, ArrayNode> known = new LinkedHashMap<>();
        for (Point point : points) {
            ObjectNode data = known.computeIfAbsent(name(point), name -> metrics.addObject()
                            .put("name", name)
                            .putObject("gauge")
                            .putArray("dataPoints"))
                    .addObject();
            data.put("timeUnixNano", String.valueOf(point.at().toEpochMilli() * NANOS));
            data.put("asDouble", point.value());
            ArrayNode attributes = data.putArray("attributes");
            attribute(attributes, "site.name", point.name());
            attribute(attributes, "site.environment", point.environment());
            if (point.series().size() > 2) {
                attribute(attributes, "page.group", point.series().get(1));
            }
        }
        return root.toString();
    }

    /** The group of pages is an attribute and no part of the name. */
    private static String name(Point point) {
        List<String> series = point.series();
        return "smoke." + series.get(0) + (series.size() > 2 ? "." + series.get(2) : "");
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }
}
