package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for the scripts that the config names among the page's script tags. */
final class ExpectedScripts {
    private ExpectedScripts() {}

    /** The patterns that no script tag names, in the order of the config. */
    static List<UrlPattern> missing(PageObservation page, HtmlDocument html, List<UrlPattern> patterns) {
        List<String> paths = new ArrayList<>();
        html.scripts().stream().filter(Scripts::isCode).forEach(script -> paths.addAll(written(script)));
        page.references().stream()
                .filter(reference -> Locations.element(page, reference)
                        .filter(Scripts::isCode)
                        .isPresent())
                .flatMap((Reference reference) -> reference.url().stream())
                .map(URI::getPath)
                .filter(path -> path != null)
                .forEach(paths::add);
        return patterns.stream()
                .filter(pattern -> paths.stream().noneMatch(pattern::matchesEnd))
                .toList();
    }

    /** The names as they are written: a loader adds the extension to what {@code data-main} names. */
    private static List<String> written(HtmlElement script) {
        List<String> names = new ArrayList<>();
        script.attribute("src").ifPresent(src -> names.add(withoutQuery(src)));
        Optional<String> main = script.attribute("data-main").map(ExpectedScripts::withoutQuery);
        // Without a loader nobody reads it.
        main.filter(name -> script.attribute("src").isPresent()).ifPresent(name -> {
            names.add(name);
            names.add(name + ".js");
        });
        return names;
    }

    private static String withoutQuery(String address) {
        return address.split("[?#]", 2)[0];
    }
}
