package dev.smokerunner.report;

import dev.smokerunner.report.html.Milestone;
import dev.smokerunner.report.html.Mood;
import dev.smokerunner.report.html.RequestView;
import dev.smokerunner.report.html.WaterfallView;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.RequestResult.State;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Timings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The requests of a page over time, those that went wrong always among them. */
final class HtmlWaterfall {
    private static final int MOST_ROWS = 200;

    /** Over all pages: browsers show as many at once, and mail takes them. */
    private static final int MOST_ROWS_OF_ALL = 3_000;

    private static final int FEWEST_ROWS = 20;
    private static final int WIDTH = 1_000;

    /** Thinner bars are not seen. */
    private static final int THINNEST = 4;

    private final Set<String> blamed;
    private final int mostRows;

    HtmlWaterfall(SmokeResult result) {
        blamed = result.findings().stream()
                .filter(result::fails)
                .map(Finding::subject)
                .collect(Collectors.toSet());
        int pages = Math.max(1, result.pages().size());
        mostRows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_ROWS_OF_ALL / pages));
    }

    WaterfallView of(PageResult page) {
        List<RequestResult> all = page.visit().requests();
        long scale = scale(page);
        List<RequestView> rows = new ArrayList<>();
        int good = 0;
        int bad = 0;
        for (RequestResult request : all) {
            boolean isShown = isBad(request) ? bad++ < MOST_ROWS : good++ < mostRows;
            if (isShown) {
                rows.add(row(request, page.url(), scale));
            }
        }
        int hidden = Math.max(all.size(), page.requests()) - rows.size();
        return new WaterfallView(
                Wording.duration(Duration.ofMillis(scale)),
                hidden > 0 ? Wording.count(hidden, "more request") + " not shown" : "",
                milestones(page.timings(), scale),
                rows);
    }

    private static long scale(PageResult page) {
        long last = 1;
        for (RequestResult request : page.visit().requests()) {
            last = Math.max(last, request.startedAfter().plus(request.took().orElse(Duration.ZERO)).toMillis());
        }
        last = Math.max(last, page.timings().load().map(Duration::toMillis).orElse(0L));
        return Math.max(last, page.timings().ready().map(Duration::toMillis).orElse(0L));
    }

    private static List<Milestone> milestones(Timings timings, long scale) {
        List<Milestone> milestones = new ArrayList<>();
        put(milestones, "parsed", "DOM content loaded", timings.domContentLoaded(), scale);
        put(milestones, "load", "load", timings.load(), scale);
        put(milestones, "ready", "ready", timings.ready(), scale);
        return milestones;
    }

    private static void put(
            List<Milestone> milestones, String kind, String name, Optional<Duration> time, long scale) {
        time.ifPresent(at -> milestones.add(
                new Milestone(kind, name + " " + Wording.duration(at), across(at.toMillis(), scale))));
    }

    private RequestView row(RequestResult request, URI page, long scale) {
        long from = request.startedAfter().toMillis();
        long took = request.took().map(Duration::toMillis).orElse(Math.max(0, scale - from));
        int start = Math.min(WIDTH - THINNEST, across(from, scale));
        int length = Math.max(THINNEST, Math.min(WIDTH - start, across(took, scale)));
        String time = request.took().map(Wording::duration).orElse("open");
        return new RequestView(
                mood(request),
                HtmlText.address(address(request.url(), page)),
                request.kind(),
                answer(request),
                request.bytes() > 0 ? Wording.bytes(request.bytes()) : "",
                time,
                "from " + from + " ms, " + (request.took().isPresent() ? "for " + time : "still open"),
                start,
                length);
    }

    private static int across(long millis, long scale) {
        return (int) Math.max(0, Math.min(WIDTH, millis * WIDTH / scale));
    }

    private Mood mood(RequestResult request) {
        if (isBad(request)) {
            return Mood.BAD;
        }
        return switch (request.state()) {
            case ANSWERED, FAILED -> Mood.GOOD;
            case CANCELLED -> Mood.CALM;
            case OPEN -> Mood.UNSURE;
        };
    }

    /** It failed, or a finding says that what it got is wrong. */
    private boolean isBad(RequestResult request) {
        return request.state() == State.FAILED || blamed.contains(request.url().toString());
    }

    private static String answer(RequestResult request) {
        List<String> parts = new ArrayList<>();
        request.status().ifPresent(status -> parts.add(Integer.toString(status)));
        request.failure().filter(kind -> request.state() == State.FAILED).ifPresent(parts::add);
        if (parts.isEmpty()) {
            parts.add(request.state() == State.ANSWERED ? "no status" : Wording.word(request.state()));
        }
        return String.join(", ", parts);
    }

    /** Short: the path on the page's own site, with the host elsewhere. */
    private static String address(URI url, URI page) {
        String path = (url.getRawPath() == null ? "" : url.getRawPath())
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        boolean isOwn = Objects.equals(url.getRawAuthority(), page.getRawAuthority());
        return isOwn && !path.isEmpty() ? path : url.getRawAuthority() + path;
    }
}
