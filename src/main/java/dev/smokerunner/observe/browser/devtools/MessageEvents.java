package dev.smokerunner.observe.browser.devtools;

import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observe.browser.chromium.ChromiumMessages;
import dev.smokerunner.observe.browser.chromium.ThrownText;
import dev.smokerunner.observe.browser.json.Fields;
import dev.smokerunner.observe.browser.visit.MessageBook;
import dev.smokerunner.observe.browser.visit.MessageBook.Place;
import dev.smokerunner.observe.browser.visit.MessageBook.Said;
import dev.smokerunner.observe.browser.visit.TabListener;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what is said, by the page and by the browser, into a book of messages.
 *
 * <p>What the page says comes as calls of its console and as exceptions. What the browser itself has to say (a resource that
 * did not load, integrity, CSP, MIME types, modules) comes in a log of its own.
 */
public final class MessageEvents {
    /** What the DevTools protocol calls code that was made of text. */
    private static final Set<String> EVALUATIONS = Set.of("kEvalViolation", "kWasmEvalViolation");

    private final TabListener listener;

    MessageEvents(TabListener listener) {
        this.listener = listener;
    }

    void accept(DevToolsEvent event) {
        switch (event.method()) {
            case "Runtime.consoleAPICalled" -> byPage(event.params());
            case "Runtime.exceptionThrown" -> exception(event.params().in("exceptionDetails"));
            case "Log.entryAdded" -> byBrowser(event.params().in("entry"));
            case "Debugger.scriptFailedToParse" -> unparsed(event.params());
            case "Audits.issueAdded" ->
                policy(event.params().in("issue").in("details").in("contentSecurityPolicyIssueDetails"));
            default -> listener.stirred();
        }
    }

    /** Of all that the browser has to say of policies, what no console shows. */
    private void policy(Fields issue) {
        boolean isEvaluation = EVALUATIONS.contains(issue.textOr("contentSecurityPolicyViolationType", ""));
        if (isEvaluation && !issue.flag("isReportOnly")) {
            Place place = placeOf(issue.in("sourceCodeLocation"));
            listener.said(new Said(Source.EVALUATION, Level.INFO, issue.textOr("violatedDirective", ""), place));
        }
    }

    /** A script of a file: what code evaluates has no address, or one that it claims. */
    private void unparsed(Fields script) {
        String url = script.textOr("url", "");
        if (url.startsWith("http") && !script.flag("hasSourceURL")) {
            listener.said(new Said(Source.PARSER, Level.ERROR, "SyntaxError", new Place(url(script), 0, 0)));
        }
    }

    private void byPage(Fields call) {
        listener.said(new Said(
                Source.CONSOLE,
                level(call.textOr("type", "")),
                ConsoleText.of(call.list("args")),
                caller(call).orElse(Place.UNKNOWN)));
    }

    private void exception(Fields details) {
        Place place = caller(details).orElseGet(() -> isRejection(details) ? pageOf(details) : placeOf(details));
        listener.said(new Said(Source.EXCEPTION, Level.ERROR, ConsoleText.ofException(details), place));
    }

    /**
     * Whether the browser itself rejected a promise while no script was at work (the body of an answer that came late is no
     * JSON). Chromium shows no thrown value then, and names the first line of the page, where nothing is wrong.
     */
    private static boolean isRejection(Fields details) {
        return !details.has("exception") && ThrownText.isRejection(details.textOr("text", ""));
    }

    private static Place pageOf(Fields details) {
        return new Place(url(details), 0, 0);
    }

    private static Optional<Place> caller(Fields said) {
        return said.in("stackTrace").list("callFrames").stream().findFirst().map(MessageEvents::placeOf);
    }

    private void byBrowser(Fields entry) {
        String source = entry.textOr("source", "");
        // What a worker says comes a second time here, as a copy of what the log has said already.
        if (!source.equals("worker")) {
            Place place = new Place(url(entry), entry.has("lineNumber") ? (int) entry.number("lineNumber") + 1 : 0, 0);
            listener.said(new Said(
                    ChromiumMessages.source(source, entry.textOr("text", "")),
                    level(entry.textOr("level", "")),
                    entry.textOr("text", ""),
                    place));
        }
    }

    private static Place placeOf(Fields frame) {
        // Chromium counts from 0, people from 1.
        return new Place(url(frame), (int) frame.number("lineNumber") + 1, (int) frame.number("columnNumber") + 1);
    }

    private static Optional<String> url(Fields fields) {
        return fields.text("url").filter(url -> !url.isEmpty()).map(url -> MessageBook.cut(url));
    }

    private static Level level(String name) {
        return switch (name) {
            case "error", "assert" -> Level.ERROR;
            case "warn", "warning" -> Level.WARNING;
            case "debug", "trace", "verbose" -> Level.DEBUG;
            default -> Level.INFO;
        };
    }

    public static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
