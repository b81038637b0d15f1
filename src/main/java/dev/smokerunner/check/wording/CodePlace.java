package dev.smokerunner.check.wording;

import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The place in a file where a message was said.
 *
 * @param url the file
 * @param text its text
 * @param line from 1
 * @param column from 1
 * @param offset of the place in the text, from 0
 */
public record CodePlace(URI url, String text, int line, int column, int offset) {
    /** Enough of a statement to know it again, also in a file that is one line of a megabyte. */
    private static final int BEFORE = 60;

    private static final int AFTER = 100;

    /** A file that is cut makes its parser stumble over the last token. */
    private static final int LAST_TOKEN = 40;

    /** The place; empty where the browser does not say, or nobody got that file. */
    public static Optional<CodePlace> of(PageObservation page, BrowserMessage message) {
        return message.line() < 1 || isStartOfPage(page, message)
                ? Optional.empty()
                : message.url().flatMap(CodePlace::url).flatMap(url -> text(page, url)
                        .flatMap(text -> of(url, text, message.line(), Math.max(1, message.column()))));
    }

    /** The place at an offset of a text, from 0. */
    public static CodePlace at(URI url, String text, int offset) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new CodePlace(url, text, line, offset - text.lastIndexOf('\n', offset - 1), offset);
    }

    /** Where no script was at work browsers name the first character of the page, at which no code can stand. */
    private static boolean isStartOfPage(PageObservation page, BrowserMessage message) {
        return message.line() == 1
                && message.column() <= 1
                && page.html()
                        .value()
                        .filter(html -> message.url()
                                .filter(html.url().toString()::equals)
                                .isPresent())
                        .isPresent();
    }

    private static Optional<CodePlace> of(URI url, String text, int line, int column) {
        int start = 0;
        for (int at = 1; at < line; at++) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return Optional.empty();
            }
        }
        int offset = start + column - 1;
        return offset > text.length() ? Optional.empty() : Optional.of(new CodePlace(url, text, line, column, offset));
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(PageObservation page, URI url) {
        return page.html()
                .value()
                .filter(html -> html.url().equals(url))
                .map(HtmlDocument::source)
                .or(() -> page.asset(url)
                        .flatMap(HttpAnswer::whole)
                        .filter(HttpResponse::isOk)
                        .map(response -> response.body().text()));
    }

    /** The place with the code around it. */
    public Location location() {
        return new Location(
                Locations.file(url),
                line,
                column,
                Format.line(around(BEFORE, AFTER).strip(), BEFORE + AFTER));
    }

    /** What stands around the place on its line. */
    public String around(int before, int after) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int lineEnd = text.indexOf('\n', offset);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        return text.substring(Math.max(lineStart, offset - before), Math.min(end, offset + after));
    }

    /** Whether little or nothing of the file comes after it. */
    public boolean isAtEnd() {
        String rest = text.substring(offset);
        return rest.length() <= LAST_TOKEN || rest.strip().length() <= LAST_TOKEN;
    }
}
