package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
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
            Optional<HtmlElement> script = Locations.element(page, reference)
                    .filter(element -> Scripts.isCode(element) && isRunHere(element))
                    .filter(element -> element.attribute("src")
                            .filter(reference.raw()::equals)
                            .isPresent());
            boolean counts = reference.role() == Role.SCRIPT && reference.firstParty();
            if (counts && script.isPresent() && reference.url().isPresent()) {
                HtmlElement first = firsts.putIfAbsent(reference.url().get(), script.get());
                if (first != null && !first.startTag().equals(script.get().startTag())) {
                    troubles.add(repeated(page, reference.url().get(), script.get(), first));
                }
            }
        }
        troubles.addAll(otherBuilds(html));
        return troubles;
    }

    /** Scripts that are named twice under different fingerprints: the old one was not replaced but kept. */
    private static List<TagTrouble> otherBuilds(HtmlDocument html) {
        Map<String, HtmlElement> firsts = new LinkedHashMap<>();
        List<TagTrouble> troubles = new ArrayList<>();
        for (HtmlElement script : html.scripts()) {
            FileName name = FileName.ofAddress(script.attribute("src").orElse(""));
            boolean counts = Scripts.isCode(script)
                    && script.attribute("nomodule").isEmpty()
                    && name.fingerprint().isPresent()
                    && !name.plain().isEmpty();
            if (counts) {
                String print = name.fingerprint().get().text();
                HtmlElement first =
                        firsts.putIfAbsent(name.folder() + name.stem().replace(print, "*"), script);
                boolean isOther = first != null && !first.attribute("src").equals(script.attribute("src"));
                if (isOther) {
                    troubles.add(TagTrouble.of(
                            script.startTag().start(),
                            script.startTag().end(),
                            TagKinds.OTHER_FINGERPRINT,
                            "names the script of line "
                                    + first.startTag().line()
                                    + " with another fingerprint: one of them may be left from another build",
                            Severity.SEV4));
                }
            }
        }
        return troubles;
    }

    private static TagTrouble repeated(PageObservation page, URI url, HtmlElement script, HtmlElement first) {
        // Pages load small scripts twice and live; a bundle that starts an application twice is another matter.
        boolean isBundle = script.attribute("src")
                        .map(FileName::ofAddress)
                        .flatMap(FileName::fingerprint)
                        .isPresent()
                && !asksWhetherItRan(page, url);
        return TagTrouble.of(
                script.startTag().start(),
                script.startTag().end(),
                TagKinds.SCRIPT_TWICE,
                "names the same script as line " + first.startTag().line() + ": it runs twice",
                isBundle ? Severity.SEV2 : Severity.SEV4);
    }

    /** Whether a script makes an element, and asks for it before: it is meant to stand beside each of them. */
    private static boolean asksWhetherItRan(PageObservation page, URI url) {
        return page.asset(url)
                .flatMap(HttpAnswer::whole)
                .filter(response -> response.body().text().contains("customElements.get("))
                .isPresent();
    }

    private static boolean isRunHere(HtmlElement script) {
        return !Scripts.isModule(script) && script.attribute("nomodule").isEmpty();
    }
}
