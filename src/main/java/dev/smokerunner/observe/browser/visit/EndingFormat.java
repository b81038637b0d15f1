package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observe.browser.VisitRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words how a visit ended. */
final class EndingFormat {
    private static final int MOST_OPEN = 3;

    private final VisitEvents events;
    private final VisitRequest request;

    EndingFormat(VisitEvents events, VisitRequest request) {
        this.events = events;
        this.request = request;
    }

    String of(Ending ending) {
        return switch (ending) {
            case LOADED, SHOWN -> "";
            case NOT_NAVIGATED -> notNavigated();
            case DOWNLOAD -> "answered with a download (" + events.download().orElse("?") + "), not with a page";
            case NOT_LOADED -> notLoaded();
            case HUNG -> "the page does not answer: a script of it never ends, or takes more than this machine has";
            case SCRIPTLESS -> "the page's policy lets no script run, not even what looks at it";
            case CRASHED -> "the browser's tab crashed or closed itself";
            case KEEPS_NAVIGATING ->
                "the page went on " + (events.tab(TabState::navigations) - 1) + " times within "
                        + events.sinceStart().toMillis() + " ms";
            case KEEPS_ASKING -> "the page opened " + DialogBook.MOST + " dialogs, one after the other";
        };
    }

    /** What a wait was for that did not end with a page that is ready, and what it was not for. */
    static List<String> of(ReadinessWait.Outcome outcome, List<BrowserRequest> open) {
        String until = outcome.settling().until().toMillis() + " ms";
        String end = outcome.inVain()
                ? "did not wait longer than " + until + ": the page has no script that could change it; missing is "
                : "waited until " + until + " for ";
        Stream<String> awaited = outcome.settling().missing().stream().map(missing -> end + missing.words());
        Stream<String> standing = outcome.ready().isEmpty()
                ? Stream.of()
                : open.stream()
                        .filter(Readiness::dependsOn)
                        .filter(request -> request.kind() != Kind.STREAM)
                        .limit(1)
                        .map(request -> "did not wait for the answer of " + request.url()
                                + ": the page asks for it again and again, or does nothing with it");
        return Stream.concat(awaited, standing).toList();
    }

    static String noPicture(Ending ending) {
        return switch (ending) {
            case HUNG -> "a page that hangs cannot be pictured";
            case SCRIPTLESS -> "a page in which nothing runs is not pictured";
            case CRASHED -> "the tab is gone";
            case KEEPS_ASKING -> "a page behind dialogs cannot be pictured";
            default -> "there is no page";
        };
    }

    private String notNavigated() {
        Optional<BrowserRequest> document = events.document();
        int status = document.map(r -> r.status().orElse(0)).orElse(0);
        if (status == 204 || status == 205) {
            return "answered " + status + ", which has no content";
        }
        if (status == 401 || status == 407) {
            return "answered " + status + " and asks for credentials";
        }
        Optional<String> failure =
                document.flatMap(BrowserRequest::failure).map(f -> f.quote().text());
        if (failure.isEmpty() && status > 0) {
            return "answered " + status + " without a page";
        }
        return failure.or(() -> Optional.of(events.refusal()).filter(text -> !text.isEmpty()))
                .orElse("no answer within " + request.loadLimit().toMillis() + " ms");
    }

    private String notLoaded() {
        Optional<String> cut = events.document()
                .flatMap(BrowserRequest::failure)
                .map(f -> f.quote().text());
        if (cut.isPresent()) {
            return "the document ended early: " + cut.get();
        }
        List<BrowserRequest> open = events.network(RequestTable::open);
        String waited =
                open.stream().limit(MOST_OPEN).map(r -> r.url().toString()).collect(Collectors.joining(", "));
        String more = open.size() > MOST_OPEN ? " and " + (open.size() - MOST_OPEN) + " more" : "";
        String limit = "no load event within " + request.loadLimit().toMillis() + " ms";
        return open.isEmpty() ? limit : limit + "; still open: " + waited + more;
    }
}
