package dev.smokerunner.report;

import dev.smokerunner.report.html.Milestone;
import dev.smokerunner.report.html.Rating;
import dev.smokerunner.report.html.RequestView;
import dev.smokerunner.report.html.WaterfallView;
import dev.smokerunner.result.DurationWords;
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
        blamed = VerdictText.failing(result).stream().map(Finding::subject).collect(Collectors.toSet());
        int pages = Math.max(1, result.pages().size());
        mostRows = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_ROWS_OF_ALL / pages));
    }

    WaterfallView of(PageResult page) {
        List<RequestResult> all = page.visit().requests();
        if (all.isEmpty()) {
            return new WaterfallView("", "", List.of(), List.of());
        }
        Clock clock = new Clock(page);
        List<RequestView> rows = new ArrayList<>();
        int good = 0;
        int bad = 0;
        for (RequestResult request : all) {
            boolean isShown = isBad(request) ? bad++ < MOST_ROWS : good++ < mostRows;
            if (isShown) {
                rows.add(row(request, page.url(), clock));
            }
        }
        int hidden = Math.max(all.size(), page.requests()) - rows.size();
        return new WaterfallView(
                DurationWords.measured(Duration.ofMillis(clock.whole)),
                hidden > 0 ? Wording.count(hidden, "more request") + " not shown" : "",
                milestones(page.timings(), clock),
                rows);
    }

    /** The time that the width of the table stands for: it begins with the first request. */
    private static final class Clock {
        private final long zero;
        /** The page's own times begin with its last document. */
        private final long document;

        private final long whole;

        Clock(PageResult page) {
            List<RequestResult> requests = page.visit().requests();
            zero = requests.get(0).startedAfter().toMillis();
            document = requests.stream()
                    .filter(request -> request.kind().equals("document"))
                    .mapToLong(this::start)
                    .max()
                    .orElse(0);
            long last = requests.stream()
                    .mapToLong(request -> start(request)
                            + request.took().orElse(Duration.ZERO).toMillis())
                    .max()
                    .orElse(0);
            long ready = page.timings()
                    .ready()
                    .or(page.timings()::load)
                    .map(Duration::toMillis)
                    .orElse(0L);
            whole = Math.max(1, Math.max(last, document + ready));
        }

        long start(RequestResult request) {
            return Math.max(0, request.startedAfter().toMillis() - zero);
        }

        int across(long millis) {
            return (int) Math.max(0, Math.min(WIDTH, millis * WIDTH / whole));
        }
    }

    private static List<Milestone> milestones(Timings timings, Clock clock) {
        List<Milestone> milestones = new ArrayList<>();
        put(milestones, "parsed", "DOM content loaded", timings.domContentLoaded(), clock);
        put(milestones, "load", "load", timings.load(), clock);
        put(milestones, "ready", "ready", timings.ready(), clock);
        return milestones;
    }

    private static void put(
            List<Milestone> milestones, String kind, String name, Optional<Duration> time, Clock clock) {
        time.ifPresent(at -> milestones.add(new Milestone(
                kind, name + " " + DurationWords.measured(at), clock.across(clock.document + at.toMillis()))));
    }

    private RequestView row(RequestResult request, URI page, Clock clock) {
        long from = clock.start(request);
        long took = request.took().map(Duration::toMillis).orElse(clock.whole - from);
        int start = Math.min(WIDTH - THINNEST, clock.across(from));
        int length = Math.max(THINNEST, Math.min(WIDTH - start, clock.across(took)));
        String time = request.took().map(DurationWords::measured).orElse("open");
        return new RequestView(
                rating(request),
                HtmlText.address(address(request.url(), page)),
                request.kind(),
                answer(request),
                request.bytes() > 0 ? Wording.bytes(request.bytes()) : "",
                time,
                "from " + from + " ms, " + (request.took().isPresent() ? "for " + time : "still open"),
                start,
                length);
    }

    private Rating rating(RequestResult request) {
        if (isBad(request)) {
            return Rating.BAD;
        }
        return switch (request.state()) {
            case ANSWERED, FAILED -> Rating.GOOD;
            case CANCELLED -> Rating.CALM;
            case OPEN -> Rating.UNSURE;
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
