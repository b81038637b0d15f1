package dev.smokerunner.observe.release;

import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.DecodedText;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A page and the scripts and style sheets of its own site that its HTML names.
 *
 * @param answer what answered for the page
 * @param text its text; empty where none came
 * @param named what it names, with what it is for, in the order of the page
 */
record PageAssets(HttpAnswer answer, String text, Map<URI, Role> named) {
    private static final Set<Role> CODE = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE);
    /** As many as a look at a release asks for. */
    private static final int MOST = 40;

    PageAssets {
        named = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(named));
    }

    /** Reads what answered for a page. */
    static PageAssets of(HttpAnswer answer, Predicate<URI> firstParty) {
        String text = answer.whole()
                .filter(HttpResponse::isOk)
                .map(response -> DecodedText.html(response.headers(), response.body()))
                .orElse("");
        Map<URI, Role> named = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            URI url = answer.response().map(HttpResponse::url).orElse(answer.url());
            for (Reference reference : HtmlReferences.of(HtmlReader.read(url, text, false), firstParty)) {
                boolean isWanted = reference.firstParty() && CODE.contains(reference.role()) && named.size() < MOST;
                reference.url().filter(u -> isWanted).ifPresent(u -> named.putIfAbsent(u, reference.role()));
            }
        }
        return new PageAssets(Comparison.withoutBody(answer), text, named);
    }
}
