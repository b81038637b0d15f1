package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Headers;
import java.util.List;
import java.util.Locale;
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
public record Asking(boolean inBackground, boolean isHeld, boolean wantsJson, String body, List<Caller> callers) {
    private static final int MOST_CALLERS = 10;
    private static final int LONGEST_BODY = 1_000;

    /**
     * How protocols of long polling ask to be held: Engine.IO and SignalR ({@code transport}), CouchDB ({@code feed}), and
     * the wait preference of RFC 7240, section 4.3, which some servers take as a parameter.
     */
    private static final Pattern HELD_BY_QUERY = Pattern.compile(
            "[?&](transport=(polling|longpolling)|feed=(longpoll|continuous)|(wait|timeout)=\\d+m?s?)(&|$)");

    private static final Pattern HELD_BY_HEADER = Pattern.compile("\\bwait=\\d+");

    /** A place of a script, or of the page in which it stands; lines and columns count from 0. */
    public record Caller(String url, int line, int column) {
        /** The place as people write it, where lines count from 1. */
        public String place() {
            return url + ":" + (line + 1);
        }
    }

    /** Copies the list. */
    public Asking {
        callers = List.copyOf(callers);
    }

    /**
     * How a request was asked for.
     *
     * @param inBackground whether the browser itself takes its time with it
     * @param url where to
     * @param headers its header fields
     * @param body what it sends; empty where it sends nothing
     * @param callers the places of the code that asked, the innermost first; empty where the browser does not say
     */
    public static Asking of(boolean inBackground, String url, Headers headers, String body, List<Caller> callers) {
        boolean isHeld = HELD_BY_QUERY.matcher(url.toLowerCase(Locale.ROOT)).find()
                || HELD_BY_HEADER.matcher(headers.first("prefer").orElse("")).find();
        return new Asking(
                inBackground,
                isHeld,
                isOfJson(headers.first("accept").orElse("")),
                body.substring(0, Math.min(body.length(), LONGEST_BODY)),
                callers.subList(0, Math.min(callers.size(), MOST_CALLERS)));
    }

    /** Libraries that take whatever comes name plain text as well (axios), or all types alone (fetch). */
    private static boolean isOfJson(String accept) {
        return accept.contains("json") && !accept.contains("text/plain") && !accept.contains("html");
    }
}
