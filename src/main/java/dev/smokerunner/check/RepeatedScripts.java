package dev.smokerunner.check;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds classic scripts of the page's own site that are named twice, and so run twice; modules never do. */
final class RepeatedScripts {
    private RepeatedScripts() {}

    /** The tags that repeat an earlier one. */
    static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        Map<URI, HtmlElement> firsts = new LinkedHashMap<>();
        List<TagTrouble> troubles = new ArrayList<>();
        for (Reference reference : page.references()) {
            Optional<HtmlElement> script = Places.element(page, reference)
                    .filter(element -> Scripts.isCode(element) && isRunHere(element))
                    .filter(element -> element.attribute("src")
                            .filter(reference.raw()::equals)
                            .isPresent());
            boolean counts = reference.role() == Role.SCRIPT && reference.firstParty();
            if (counts && script.isPresent() && reference.url().isPresent()) {
                HtmlElement first = firsts.putIfAbsent(reference.url().get(), script.get());
                if (first != null && !first.startTag().equals(script.get().startTag())) {
                    troubles.add(repeated(script.get(), first));
                }
            }
        }
        return troubles;
    }

    private static TagTrouble repeated(HtmlElement script, HtmlElement first) {
        return TagTrouble.of(
                script.startTag().start(),
                script.startTag().end(),
                "names the same script as line " + first.startTag().line() + ": it runs twice");
    }

    private static boolean isRunHere(HtmlElement script) {
        return !Scripts.isModule(script) && script.attribute("nomodule").isEmpty();
    }
}
