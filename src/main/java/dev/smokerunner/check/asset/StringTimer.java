package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.CodePlace;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Location;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the place where a page's own scripts give a timer a text, of which the browser makes code when the timer is due. */
final class StringTimer {
    /** Not behind a line's comment. */
    private static final Pattern TIMER = Pattern.compile(
            "\\bset(?=(?:Timeout|Interval)\\s*\\(\\s*[\"'`])(?<!(?:^|\\s)//[^\\n]{0,200})", Pattern.MULTILINE);

    private StringTimer() {}

    /** The first such place in what the page's HTML runs. */
    static Optional<Location> in(PageObservation page) {
        return Stream.concat(inPage(page), inFiles(page)).findFirst();
    }

    private static Stream<Location> inPage(PageObservation page) {
        return page.html().value().stream().flatMap(html -> html.scripts().stream()
                .filter(Scripts::isCode)
                .flatMap((HtmlElement script) ->
                        place(
                                html.url(),
                                html.source(),
                                script.startTag().end(),
                                script.text().length())
                                .stream()));
    }

    private static Stream<Location> inFiles(PageObservation page) {
        return page.references().stream()
                .filter(reference -> reference.origin() == Reference.Origin.HTML
                        && reference.firstParty()
                        && reference.role().isScript())
                .flatMap(reference -> reference.url().stream())
                .flatMap(url -> page
                        .asset(url)
                        .flatMap(HttpAnswer::whole)
                        .filter(HttpResponse::isOk)
                        .map(response -> response.body().text())
                        .flatMap(text -> place(url, text, 0, text.length()))
                        .stream());
    }

    private static Optional<Location> place(URI url, String text, int start, int length) {
        int end = Math.min(text.length(), start + length);
        Matcher timer = TIMER.matcher(text).region(start, end);
        return timer.find() ? Optional.of(CodePlace.at(url, text, timer.start()).location()) : Optional.empty();
    }
}
