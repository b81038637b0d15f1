package dev.smokerunner.zoo;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.ElementSighting;
import dev.smokerunner.observation.RenderedPage;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a deployment shows in the browser, as a line of facts that no check has judged.
 *
 * <ul>
 *   <li>{@code silent}: every request is answered well and nobody says anything
 *   <li>{@code request P W}: there is a request for P (path without the first slash, or URL of another host; {@code *} stands
 *       for any characters) of which W is true: {@code ok}, {@code open}, {@code failed}, a status, {@code type T},
 *       {@code error T}, {@code header N T}
 *   <li>{@code message "T"}, {@code page error "T"}, {@code dialog "T"}: somebody said something with T in it
 *   <li>{@code text "T"}: a person can read T; {@code title "T"}
 *   <li>{@code element S} is visible (S is required by the case's config), {@code ending E}, {@code blank}
 *   <li>{@code no} and one of these: it is not so
 * </ul>
 */
record Symptom(String line) {
    private static final Pattern REQUEST = Pattern.compile("request (\\S+)(?: (.+))?");
    private static final Pattern SAID = Pattern.compile("(message|page error|dialog|text|title)(?: \"(.*)\")?");

    /** Whether it is so. */
    boolean isSeenIn(BrowserVisit visit) {
        return isNegative() != seen(isNegative() ? line.substring(3) : line, visit);
    }

    /** Whether it must be so on every page, and not just on one. */
    boolean isOfEveryPage() {
        return isNegative() || line.equals("silent");
    }

    private boolean isNegative() {
        return line.startsWith("no ");
    }

    private static boolean seen(String fact, BrowserVisit visit) {
        Matcher request = REQUEST.matcher(fact);
        if (request.matches()) {
            String what = request.group(2) == null ? "" : request.group(2);
            return visit.requests().stream().anyMatch(r -> address(r).matches(glob(request.group(1))) && is(r, what));
        }
        Matcher said = SAID.matcher(fact);
        if (said.matches()) {
            return isSaid(said.group(1), said.group(2) == null ? "" : said.group(2), visit);
        }
        String[] words = fact.split(" ", 2);
        return switch (words[0]) {
            case "silent" -> isSilent(visit);
            case "blank" -> visit.rendered().value().map(Symptom::isBlank).orElse(true);
            case "ending" -> visit.ending().name().equals(words[1]);
            case "element" ->
                visit.elements().stream().filter(e -> e.css().equals(words[1])).anyMatch(Symptom::isVisible);
            default -> throw new IllegalArgumentException("unknown symptom: " + fact);
        };
    }

    private static boolean is(BrowserRequest request, String what) {
        String[] words = what.split(" ", 3);
        return switch (words[0]) {
            case "" -> true;
            case "ok" -> request.isOk();
            case "open" -> request.isOpen();
            case "failed" -> request.failure().isPresent();
            case "type" -> request.headers().mediaType().equals(words[1]);
            case "header" -> request.headers().first(words[1]).orElse("").contains(words[2]);
            case "error" ->
                request.failure()
                        .map(failure -> failure.quote().text())
                        .filter(message -> message.contains(words[1]))
                        .isPresent();
            default -> request.status().orElse(0) == Integer.parseInt(words[0]);
        };
    }

    private static boolean isSaid(String where, String text, BrowserVisit visit) {
        return switch (where) {
            case "message" ->
                visit.messages().stream()
                        .anyMatch(m ->
                                m.source() != Source.EXCEPTION && has(m.quote().text(), text));
            case "page error" ->
                visit.messages().stream()
                        .anyMatch(m ->
                                m.source() == Source.EXCEPTION && has(m.quote().text(), text));
            case "dialog" -> visit.dialogs().stream().anyMatch(d -> has(d.text(), text));
            case "title" ->
                visit.rendered().value().filter(p -> has(p.title(), text)).isPresent();
            default ->
                visit.rendered().value().filter(p -> has(p.visibleText(), text)).isPresent();
        };
    }

    private static boolean isSilent(BrowserVisit visit) {
        return visit.requests().stream().allMatch(BrowserRequest::isOk)
                && visit.messages().stream()
                        .filter(message -> !isAboutTheIcon(message))
                        .map(BrowserMessage::level)
                        .noneMatch(level -> level == Level.WARNING || level == Level.ERROR);
    }

    /** Browsers ask every site for one by themselves, some time after the page has loaded. */
    private static boolean isAboutTheIcon(BrowserMessage message) {
        return message.url().filter(url -> url.endsWith("/favicon.ico")).isPresent();
    }

    private static boolean isBlank(RenderedPage page) {
        return page.visibleText().isBlank() && page.visibleObjects() == 0;
    }

    private static boolean isVisible(ElementSighting sighting) {
        return sighting.visible() > 0;
    }

    private static boolean has(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    /** The URL, without the site's own address. */
    private static String address(BrowserRequest request) {
        return request.url().toString().replaceFirst("^http://127\\.0\\.0\\.1:\\d+/", "");
    }

    private static String glob(String pattern) {
        return Pattern.quote(pattern.equals("./") ? "" : pattern).replace("*", "\\E.*\\Q");
    }
}
