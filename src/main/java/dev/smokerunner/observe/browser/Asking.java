package dev.smokerunner.observe.browser;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a request was asked for, as far as it tells whether anything waits for its answer.
 *
 * @param inBackground whether the browser itself takes its time with it: a beacon, a prefetch, a report
 * @param isHeld whether it asks the server to hold the answer until there is news
 * @param wantsJson whether it says that it takes JSON, and neither text nor a page
 * @param body what it sends, cut; empty where it sends nothing
 * @param callers the places of the code that asked, the innermost first
 */
record Asking(boolean inBackground, boolean isHeld, boolean wantsJson, String body, List<Caller> callers) {
    private static final int MOST_CALLERS = 10;
    private static final int LONGEST_BODY = 1_000;

    /** Types of the protocol (Network.ResourceType) whose answers no page waits for. */
    private static final Set<String> BACKGROUND = Set.of("Ping", "Prefetch", "CSPViolationReport");

    /**
     * How protocols of long polling ask to be held: Engine.IO and SignalR ({@code transport}), CouchDB ({@code feed}), and
     * the wait preference of RFC 7240, section 4.3, which some servers take as a parameter.
     */
    private static final Pattern HELD_BY_QUERY = Pattern.compile(
            "[?&](transport=(polling|longpolling)|feed=(longpoll|continuous)|(wait|timeout)=\\d+m?s?)(&|$)");

    private static final Pattern HELD_BY_HEADER = Pattern.compile("\\bwait=\\d+");

    /** A place of a script, or of the page in which it stands; lines and columns count from 0. */
    record Caller(String url, int line, int column) {}

    /** Copies the list. */
    Asking {
        callers = List.copyOf(callers);
    }

    /** Reads it from the event that a request is sent. */
    static Asking of(Fields params) {
        Fields request = params.in("request");
        String prefer = request.in("headers").textOr("Prefer", "");
        List<Caller> callers = params.in("initiator").in("stack").list("callFrames").stream()
                .limit(MOST_CALLERS)
                .map(frame -> new Caller(
                        frame.textOr("url", ""), (int) frame.number("lineNumber"), (int) frame.number("columnNumber")))
                .toList();
        return new Asking(
                BACKGROUND.contains(params.textOr("type", "")),
                HELD_BY_QUERY
                                .matcher(request.textOr("url", "").toLowerCase(Locale.ROOT))
                                .find()
                        || HELD_BY_HEADER.matcher(prefer).find(),
                isOfJson(request.in("headers").textOr("Accept", "")),
                MessageEvents.cut(request.textOr("postData", ""), LONGEST_BODY),
                callers);
    }

    /** Libraries that take whatever comes name plain text as well (axios), or all types alone (fetch). */
    private static boolean isOfJson(String accept) {
        return accept.contains("json") && !accept.contains("text/plain") && !accept.contains("html");
    }
}
