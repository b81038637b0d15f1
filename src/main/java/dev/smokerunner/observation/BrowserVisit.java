package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Timings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All that a browser with an empty profile saw of one page.
 *
 * @param ending how the visit ended
 * @param endingDetail what the ending means here, e.g. which request kept the page from loading; empty for a loaded page
 * @param requests every request in the order in which they began
 * @param source the document's text as the browser got it; unseen where none came, or the browser does not keep it
 * @param messages what the page and the browser said, in order, the same message once
 * @param timings how long the page took
 * @param rendered the page as it stood at the end; unseen where the page did not answer
 * @param elements what the required and forbidden selectors matched, in their order; empty where the page did not answer
 * @param screenshot a picture; unseen where none could be had within its budget
 * @param dialogs the dialogs that the page opened and that were answered for it, in order, the first of very many
 * @param notes what is worth knowing about the visit, e.g. what a wait was for
 * @param settling how long the page was waited for after it had loaded, and what did not come
 * @param answeredByPages the calls for JSON that a whole HTML document answered, by {@link BrowserRequest#id()}
 */
public record BrowserVisit(
        Ending ending,
        String endingDetail,
        List<BrowserRequest> requests,
        Captured<String> source,
        List<BrowserMessage> messages,
        Timings timings,
        Captured<RenderedPage> rendered,
        List<ElementSighting> elements,
        Captured<Screenshot> screenshot,
        List<Dialog> dialogs,
        List<String> notes,
        Settling settling,
        Set<String> answeredByPages) {

    /** Rejects null, copies lists. */
    public BrowserVisit {
        requireNonNull(ending);
        requireNonNull(endingDetail);
        requireNonNull(source);
        requireNonNull(timings);
        requireNonNull(rendered);
        requireNonNull(screenshot);
        requireNonNull(settling);
        requests = List.copyOf(requests);
        messages = List.copyOf(messages);
        elements = List.copyOf(elements);
        dialogs = List.copyOf(dialogs);
        notes = List.copyOf(notes);
        answeredByPages = Set.copyOf(answeredByPages);
    }

    /** The request for the page itself, the last one where the page moved on; absent where none was made. */
    public Optional<BrowserRequest> document() {
        return requests.stream()
                .filter(r -> r.kind() == BrowserRequest.Kind.DOCUMENT)
                .reduce((first, second) -> second);
    }

    /** What is left where some URLs are of no interest; a document stays, whatever its address. */
    public BrowserVisit without(Predicate<String> isOut) {
        return new BrowserVisit(
                ending,
                endingDetail,
                requests.stream()
                        .filter(request -> request.kind() == BrowserRequest.Kind.DOCUMENT
                                || !isOut.test(request.url().toString()))
                        .toList(),
                source,
                messages.stream()
                        .filter(message -> message.url().filter(isOut).isEmpty())
                        .toList(),
                timings,
                rendered,
                elements,
                screenshot,
                dialogs,
                notes,
                settling,
                answeredByPages);
    }

    /** The same visit with one more thing worth knowing. */
    public BrowserVisit withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new BrowserVisit(
                ending,
                endingDetail,
                requests,
                source,
                messages,
                timings,
                rendered,
                elements,
                screenshot,
                dialogs,
                more,
                settling,
                answeredByPages);
    }

    /** The same visit with another picture, or none. */
    public BrowserVisit withScreenshot(Captured<Screenshot> other) {
        return new BrowserVisit(
                ending,
                endingDetail,
                requests,
                source,
                messages,
                timings,
                rendered,
                elements,
                other,
                dialogs,
                notes,
                settling,
                answeredByPages);
    }

    /** How a visit ended. */
    public enum Ending {
        /** The load event came. */
        LOADED,
        /**
         * It was no visit: a session of somebody else's had the page open. How it looks was seen, and nothing of how it came to
         * that: no request, no message, no time of its own.
         */
        SHOWN,
        /** The navigation failed before there was a page: no connection, TLS, too many redirects, no content. */
        NOT_NAVIGATED,
        /** The answer was taken for a file to keep, not for a page to show. */
        DOWNLOAD,
        /** The document came, the load event did not come in time. */
        NOT_LOADED,
        /** The page does not answer: a script never ends. */
        HUNG,
        /** The page's policy (sandbox) lets no script run in it, so that nothing in it can be asked. */
        SCRIPTLESS,
        /** The browser's tab crashed. */
        CRASHED,
        /** The page went on to itself again and again. */
        KEEPS_NAVIGATING,
        /** The page opened dialog after dialog, so that nobody gets past them. */
        KEEPS_ASKING
    }
}
