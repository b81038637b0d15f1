package dev.smokerunner.init;

import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import java.util.Set;
import java.util.stream.Stream;

/** The script tags of a page's own HTML that name a file. */
final class HtmlScripts {
    private static final Set<Role> SCRIPTS = Set.of(Role.SCRIPT, Role.MODULE);

    private HtmlScripts() {}

    static Stream<Reference> of(PageObservation page) {
        return page.references().stream()
                .filter(reference -> reference.origin() == Origin.HTML && isScript(reference))
                // A preload names a script too, and is no tag that runs it.
                .filter(reference -> reference.excerpt().regionMatches(true, 0, "<script", 0, "<script".length()))
                .filter(reference -> reference.url().isPresent());
    }

    /** Whether a file is a script. */
    static boolean isScript(Reference reference) {
        return SCRIPTS.contains(reference.role());
    }
}
