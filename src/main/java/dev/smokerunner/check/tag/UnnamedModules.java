package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.MessageFact.UnnamedModule;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Finds libraries that a tag names behind a loader of modules (AMD): such a library sees the loader, hands itself to it, and
 * makes no global; the loader has not asked for it, and throws.
 */
final class UnnamedModules {
    private static final String HINT =
            "let the loader load it, by its name in the loader's paths, or name it before the"
                    + " loader, where it makes a global";

    private UnnamedModules() {}

    /** The tags of the libraries that the loader complains of. */
    static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        return Errors.of(page).stream()
                .flatMap(error -> error.facts(UnnamedModule.class))
                .flatMap(module -> tag(page, html, module).stream())
                .distinct()
                .map(tag -> new TagTrouble(
                        tag.startTag().start(),
                        tag.startTag().end(),
                        TagKinds.MODULE_UNNAMED,
                        "names a library behind a loader of modules: it hands itself to the loader, which has not asked for"
                                + " it, and no script finds it",
                        Severity.SEV2,
                        true,
                        List.of(),
                        HINT))
                .toList();
    }

    private static Optional<HtmlElement> tag(PageObservation page, HtmlDocument html, UnnamedModule module) {
        return html.scripts().stream()
                .filter(script -> Scripts.isCode(script) && !Scripts.isModule(script))
                .filter(script -> TagFile.text(page, script)
                        .filter(code -> code.contains("define") && code.contains(module.code()))
                        .isPresent())
                .findFirst();
    }
}
