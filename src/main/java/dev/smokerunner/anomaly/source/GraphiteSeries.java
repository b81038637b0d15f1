package dev.smokerunner.anomaly.source;

import dev.smokerunner.anomaly.Point;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Series of Graphite: asks the address of a render request for JSON. */
public final class GraphiteSeries {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A year of minutes of several series is less. */
    private static final long MOST_BYTES = 256L << 20;

    private final OkHttpClient client = new OkHttpClient.Builder()
            .callTimeout(PATIENCE)
            .followRedirects(false)
            .build();
    private final Optional<String> authorization;

    /**
     * A reader.
     *
     * @param authorization what the header of that name says; absent where none is asked for
     */
    public GraphiteSeries(Optional<String> authorization) {
        this.authorization = authorization;
    }

    /**
     * Asks for series.
     *
     * @param url a render request, such as https://graphite.example.com/render?target=smoke.views&amp;from=-5weeks
     * @return one for each target, some of them without numbers
     * @throws SeriesException if it does not answer, or with something else
     */
    public List<NamedSeries> read(String url) throws SeriesException {
        return ask(address(url));
    }

    /**
     * Asks for a part of series.
     *
     * @param url as for the whole
     * @param from numbers from that second on; what the request says of it is ignored
     * @param until and before that one
     * @return one for each target, some of them without numbers
     * @throws SeriesException if it does not answer, or with something else
     */
    public List<NamedSeries> read(String url, Instant from, Instant until) throws SeriesException {
        return ask(address(url)
                .newBuilder()
                .setQueryParameter("from", String.valueOf(from.getEpochSecond()))
                .setQueryParameter("until", String.valueOf(until.getEpochSecond()))
                .build());
    }

    private static HttpUrl address(String url) throws SeriesException {
        HttpUrl address = HttpUrl.parse(url);
        if (address == null || address.queryParameter("target") == null) {
            throw SeriesException.wrong(
                    "expected a render request such as https://graphite.example.com/render?target=NAME&from=-5weeks,"
                            + " got one without target");
        }
        return address;
    }

    private List<NamedSeries> ask(HttpUrl address) throws SeriesException {
        Request.Builder request = new Request.Builder()
                .url(address.newBuilder()
                        .setQueryParameter("format", "json")
                        .setQueryParameter("noNullPoints", "true")
                        .build());
        authorization.ifPresent(value -> request.header("Authorization", value));
        try (Response response = client.newCall(request.build()).execute()) {
            if (response.code() != 200) {
                throw SeriesException.unreachable("expected status 200 of " + address.host() + ", got "
                        + response.code()
                        + (response.code() == 401 || response.code() == 403
                                ? "; set SMOKE_GRAPHITE_AUTH to user:password or to a token"
                                : ""));
            }
            return parse(text(response, address));
        } catch (IOException e) {
            throw SeriesException.unreachable("no answer of " + address.host() + ": " + e.getMessage());
        }
    }

    private static String text(Response response, HttpUrl address) throws IOException, SeriesException {
        String text = response.peekBody(MOST_BYTES).string();
        if (text.length() >= MOST_BYTES) {
            throw SeriesException.wrong("expected fewer numbers of " + address.host() + "; ask for a shorter time");
        }
        return text;
    }

    /**
     * Reads what Graphite rendered.
     *
     * @throws SeriesException if it is something else
     */
    public static List<NamedSeries> parse(String json) throws SeriesException {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(json);
        } catch (JacksonException e) {
            throw SeriesException.wrong("expected JSON as Graphite renders it, got something else");
        }
        if (!root.isArray()) {
            throw SeriesException.wrong("expected a list of series as Graphite renders it, got something else");
        }
        List<NamedSeries> all = new ArrayList<>();
        for (JsonNode series : root) {
            List<Point> points = new ArrayList<>();
            for (JsonNode pair : series.path("datapoints")) {
                if (pair.path(0).isNumber() && pair.path(1).isNumber()) {
                    points.add(new Point(
                            Instant.ofEpochSecond(pair.path(1).asLong()),
                            pair.path(0).asDouble()));
                }
            }
            all.add(new NamedSeries(series.path("target").asString(""), points));
        }
        return all;
    }
}
