package dev.smokerunner.trace;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Timings;
import dev.smokerunner.run.ObservationRecorder;
import dev.smokerunner.run.SeenPage;
import dev.smokerunner.run.SeenRun;
import dev.smokerunner.run.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The requests of all visits as one HAR 1.2, without bodies and without secrets; {@code log.pages} has a page for each visit.
 * Times within a visit are its own; when a visit began is not known, so each stands as if it had begun with its run.
 */
public final class HarTrace implements ObservationRecorder {
    /** Requests of one visit: no page needs more, and a hostile one may make any number. */
    private static final int MOST_REQUESTS = 5000;

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Visit> open = new ArrayList<>();
    private final ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    private int visits;

    private record Visit(int number, ObjectNode page, List<HarEntries.Entry> entries) {}

    @Override
    public synchronized void page(SeenPage page, UnaryOperator<String> masked) {
        String id = "page_" + ++visits;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put(
                "title",
                masked.apply(
                        page.url() + page.browser().map(name -> " in " + name).orElse("")));
        Captured<BrowserVisit> visit = visit(page.observation());
        ObjectNode timings = json.putObject("pageTimings");
        timings.put(
                "onContentLoad", millis(visit.value().map(BrowserVisit::timings).flatMap(Timings::domContentLoaded)));
        timings.put("onLoad", millis(visit.value().map(BrowserVisit::timings).flatMap(Timings::load)));
        if (visit instanceof Captured.Unseen<BrowserVisit> unseen) {
            json.put("comment", masked.apply("no browser visited it: " + unseen.reason()));
        }
        HarEntries made = new HarEntries(id, masked);
        open.add(new Visit(
                page.number(),
                json,
                visit.value().map(BrowserVisit::requests).orElse(List.of()).stream()
                        .filter(request -> request.url().getHost() != null)
                        .limit(MOST_REQUESTS)
                        .flatMap(request -> made.of(request).stream())
                        .toList()));
    }

    @Override
    public synchronized void end(SeenRun run, UnaryOperator<String> masked) {
        Instant began = run.startedAt();
        open.stream().sorted(Comparator.comparingInt(Visit::number)).forEach(visit -> {
            pages.add(visit.page().put("startedDateTime", began.toString()));
            visit.entries()
                    .forEach(entry -> entries.add(entry.json()
                            .put(
                                    "startedDateTime",
                                    began.plus(entry.startedAfter()).toString())));
        });
        open.clear();
    }

    /** The whole of it, of all runs that have ended. */
    public synchronized byte[] json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode log = root.putObject("log");
        log.put("version", "1.2");
        log.putObject("creator").put("name", "Smoke Runner").put("version", Version.current());
        log.set("pages", pages);
        log.set("entries", entries);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static Captured<BrowserVisit> visit(Captured<PageObservation> page) {
        return page instanceof Captured.Unseen<PageObservation> unseen
                ? Captured.unseen(unseen.reason(), unseen.fault())
                : page.value().orElseThrow().browser();
    }

    private static double millis(Optional<Duration> time) {
        return time.map(took -> (double) took.toMillis()).orElse(-1.0);
    }
}
