package dev.smokerunner.init;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.RenderedPage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A healthy page and what was seen of it in several visits.
 *
 * @param path its path, relative to the site's URL
 * @param visits what was seen, one for each visit; never empty
 */
public record VisitedPage(String path, List<PageObservation> visits) {

    /** Copies the list; rejects a page that nobody visited. */
    public VisitedPage {
        requireNonNull(path);
        visits = List.copyOf(visits);
        if (visits.isEmpty()) {
            throw new IllegalArgumentException("a config cannot be drafted from a page that nobody visited");
        }
    }

    /** What the first visit saw; what is taken from it must be in the others too. */
    PageObservation first() {
        return visits.get(0);
    }

    /** What the browser saw, where it saw anything. */
    Stream<BrowserVisit> byBrowser() {
        return visits.stream().flatMap(visit -> visit.browser().value().stream());
    }

    /** What the page showed in each visit. */
    List<RenderedPage> rendered() {
        return byBrowser().flatMap(visit -> visit.rendered().value().stream()).toList();
    }

    /** What the page was made of in each visit. */
    List<PageOutline> outlines() {
        return rendered().stream().map(RenderedPage::outline).toList();
    }

    /** The texts of the page's own HTML and of the scripts of its own site. */
    List<String> ownTexts() {
        Stream<String> html = first().html().value().stream().map(document -> document.source());
        Stream<String> scripts = first().references().stream()
                .filter(reference -> reference.firstParty() && HtmlScripts.isScript(reference))
                .flatMap(reference -> reference.url().stream())
                .distinct()
                .flatMap(url -> first().asset(url).stream())
                .flatMap(answer -> text(answer).stream());
        return Stream.concat(html, scripts).toList();
    }

    private static Optional<String> text(HttpAnswer answer) {
        return answer.whole().map(response -> response.body().text());
    }
}
