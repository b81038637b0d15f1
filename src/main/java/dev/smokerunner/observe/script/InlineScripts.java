package dev.smokerunner.observe.script;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.html.ScriptTypes;
import java.util.List;
import java.util.Optional;

/** Reads the scripts that stand in a page's HTML. */
public final class InlineScripts {
    private InlineScripts() {}

    /** The scripts that a browser would run, in source order. */
    public static List<LoadedScript> of(HtmlDocument document, ScriptScope scope) {
        return document.scripts().stream()
                .filter(script -> !script.inert() && script.attribute("src").isEmpty())
                .flatMap(script -> read(document, script, scope).stream())
                .toList();
    }

    private static Optional<LoadedScript> read(HtmlDocument document, HtmlElement script, ScriptScope scope) {
        Role role = ScriptTypes.role(script);
        int start = script.startTag().end();
        if (role == Role.OTHER || !document.source().startsWith(script.text(), start)) {
            return Optional.empty();
        }
        ScriptKind kind = role == Role.MODULE ? ScriptKind.MODULE : ScriptKind.CLASSIC;
        ScriptFacts facts = ScriptReader.read(
                document.source(), start, start + script.text().length(), kind);
        return Optional.of(new LoadedScript(facts, document.url(), document.base(), scope, kind));
    }
}
