package dev.smokerunner.status;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.reading.Freshness;
import dev.smokerunner.history.reading.RoundReader.Counts;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.incident.SiteState;
import dev.smokerunner.release.Release;
import dev.smokerunner.report.html.Rating;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is answered where.
 *
 * @param history what is shown
 * @param availability of the sites
 * @param lastDay of the sites
 * @param json says it to programs
 * @param metrics says numbers to Prometheus
 * @param clock says how old it is
 * @param begun when the watching began
 * @param problems is told what cannot be answered, and why
 */
record StatusRoutes(
        StatusHistory history,
        Availability availability,
        LastDay lastDay,
        StateJson json,
        MetricsText metrics,
        Clock clock,
        Instant begun,
        Consumer<String> problems) {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** That an answer says what is missing, and no other text stands in for it. */
    private static final String TOLD = "told";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON_TYPE = "application/json";
    private static final String SVG = "image/svg+xml";
    private static final int MOST_IN_FEED = 50;
    private static final Logger LOG = Logger.getLogger(StatusRoutes.class.getName());

    /** What may be looked at of what is kept of a round, and as what. */
    private static final Map<String, String> EVIDENCE =
            Map.of("screenshot.png", "image/png", "index.html", HTML, "result.json", JSON_TYPE);

    /** A report in one file has its styles and pictures in itself, and nothing else may happen in it. */
    private static final String REPORT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    void add(RoutesConfig routes) {
        routes.get("/", this::overview);
        routes.get("/site", this::site);
        routes.get("/incident", this::incident);
        routes.get("/evidence/{round}/{kind}", this::evidence);
        routes.get("/report.css", context -> file(context, "/dev/smokerunner/report/html/report.css", "text/css"));
        routes.get("/status.css", context -> file(context, "/dev/smokerunner/status/status.css", "text/css"));
        routes.get("/live.js", context -> file(context, "/dev/smokerunner/status/live.js", "text/javascript"));
        routes.get("/icon.svg", StatusRoutes::icon);
        routes.get("/badge.svg", this::badge);
        routes.get("/incidents.atom", this::feed);
        routes.get("/api/state", context -> context.contentType(JSON_TYPE).result(json.state(clock.instant())));
        routes.get("/api/site", this::siteJson);
        routes.get("/api/incidents", context -> context.contentType(JSON_TYPE).result(json.incidents()));
        routes.post("/api/releases", this::release);
        routes.get(
                "/metrics", context -> context.contentType(MetricsText.type()).result(metrics.at(clock.instant())));
        routes.get("/healthz", this::health);
        routes.exception(HttpResponseException.class, StatusRoutes::refuse);
        // What was not thought of is told to whoever runs this, and not to whoever asks.
        routes.exception(Exception.class, (problem, context) -> {
            String what = "the status page cannot answer " + context.path();
            problems.accept(what + ": " + HistoryException.reason(problem));
            LOG.log(Level.INFO, what, problem);
            plain(context, HttpStatus.SERVICE_UNAVAILABLE, "The history cannot be read; the monitor's log says why.");
        });
        routes.error(404, context -> {
            if (context.attribute(TOLD) == null) {
                plain(context, HttpStatus.NOT_FOUND, "There is nothing here.");
            }
        });
    }

    /** What is not there, where that is not the address's fault. */
    private static NotFoundResponse missing(String what) {
        return new NotFoundResponse(what, Map.of(TOLD, what));
    }

    private static void refuse(HttpResponseException refusal, Context context) {
        if (refusal.getDetails().containsKey(TOLD)) {
            context.attribute(TOLD, true);
        }
        context.status(refusal.getStatus())
                .contentType("text/plain; charset=utf-8")
                .result(refusal.getMessage() + "\n");
    }

    private static void plain(Context context, HttpStatus status, String text) {
        context.status(status).contentType("text/plain; charset=utf-8").result(text + "\n");
    }

    private void overview(Context context) {
        context.contentType(HTML)
                .result(Templates.overview(new OverviewPage(history, availability, lastDay).at(clock.instant())));
    }

    private void site(Context context) {
        boolean isMonth = "30".equals(context.queryParam("days"));
        context.contentType(HTML)
                .result(Templates.site(
                        new SitePage(history, availability).of(asked(context), isMonth, clock.instant())));
    }

    private void siteJson(Context context) {
        SiteStatus status = asked(context);
        Instant now = clock.instant();
        Counts counts = availability.of(now).getOrDefault(status.site().id(), Counts.NONE);
        context.contentType(JSON_TYPE).result(json.site(status, counts, now));
    }

    private SiteStatus asked(Context context) {
        return history.sites()
                .one(parameter(context, "name"), parameter(context, "environment"))
                .orElseThrow(() -> missing("No such site is watched."));
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    private void incident(Context context) {
        context.contentType(HTML)
                .result(Templates.incident(new IncidentPage(history)
                        .of(
                                history.incidents()
                                        .one(parameter(context, "id"))
                                        .orElseThrow(() -> missing("No such incident is remembered.")),
                                clock.instant())));
    }

    private void evidence(Context context) {
        String kind = context.pathParam("kind");
        byte[] bytes = Optional.ofNullable(EVIDENCE.get(kind))
                .flatMap(type -> history.rounds().evidence(context.pathParam("round"), kind))
                .orElseThrow(() -> missing("That is not kept, or not any more."));
        context.header("Content-Security-Policy", REPORT_POLICY)
                .contentType(EVIDENCE.getOrDefault(kind, "application/octet-stream"))
                .result(bytes);
    }

    private static void icon(Context context) {
        Rating rating = Arrays.stream(Rating.values())
                .filter(one -> one.word().equals(context.queryParam("rating")))
                .findFirst()
                .orElse(Rating.CALM);
        context.contentType(SVG).result(Templates.icon(rating));
    }

    private void badge(Context context) {
        SiteStatus status = asked(context);
        SiteState state = new Freshness(clock.instant()).state(status);
        // It is made to be shown on pages elsewhere.
        context.header("Cross-Origin-Resource-Policy", "cross-origin")
                .contentType(SVG)
                .result(Templates.badge(
                        status.site().name() + " " + status.site().environment(),
                        Ratings.word(state).toLowerCase(Locale.ROOT),
                        Ratings.of(state)));
    }

    private void feed(Context context) {
        boolean isSecure = "https".equals(context.header("X-Forwarded-Proto"));
        String base = (isSecure ? "https" : context.scheme()) + "://" + context.host() + context.contextPath() + "/";
        context.contentType("application/atom+xml; charset=utf-8")
                .result(new IncidentFeed(base).of(history.incidents().last(MOST_IN_FEED)));
    }

    private void health(Context context) {
        Instant last = history.sites().lastEnd().filter(begun::isBefore).orElse(begun);
        Optional<String> standstill =
                new Freshness(clock.instant()).standstill(history.sites().all(), last);
        plain(
                context,
                standstill.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK,
                standstill.orElse("rounds finish"));
    }

    /** Only what a page of somebody else cannot send without being asked whether it may: JSON by name. */
    private void release(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith(JSON_TYPE)) {
            throw new HttpResponseException(415, "expected the header Content-Type: application/json");
        }
        if ("cross-site".equals(context.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse("A page of another site cannot tell of a release.");
        }
        ReleaseNote note = ReleaseNote.read(context.body(), history.sites().all(), clock.instant());
        ObjectNode answer = JSON.createObjectNode();
        if (note.release().isEmpty()) {
            note.problems().forEach(answer.putArray("problems")::add);
            context.status(HttpStatus.BAD_REQUEST);
        } else {
            Release release = note.release().get();
            history.releases().add(release);
            answer.put("name", release.name())
                    .put("environment", release.environment())
                    .put("version", release.version())
                    .put("at", release.at().toString());
            context.status(HttpStatus.CREATED);
        }
        context.contentType(JSON_TYPE).result(answer.toString());
    }

    private static void file(Context context, String resource, String type) {
        try (InputStream in = StatusRoutes.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not in the jar");
            }
            context.contentType(type + "; charset=utf-8").result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
