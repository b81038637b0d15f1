package dev.smokerunner.observe.script;

import dev.smokerunner.observe.html.ImportMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Scripts of a page at {@code https://shop.example/app/}, and what they name. */
final class AScript {
    static final URI PAGE = URI.create("https://shop.example/app/");

    private AScript() {}

    static LoadedScript at(String path, ScriptKind kind, String text) {
        URI url = PAGE.resolve(path);
        ScriptScope scope =
                kind == ScriptKind.WORKER ? ScriptScope.ofWorker(url) : new ScriptScope(PAGE, ImportMap.NONE);
        return new LoadedScript(ScriptReader.read(text, kind), url, url, scope, kind);
    }

    /** What one script in the folder {@code js} names: role and URL. */
    static List<String> names(ScriptKind kind, String text) {
        return names(at("js/main.js", kind, text));
    }

    static List<String> names(LoadedScript... scripts) {
        return names(new AmdPage(PAGE, Optional.empty(), false), scripts);
    }

    static List<String> names(AmdPage page, LoadedScript... scripts) {
        return references(page, scripts).stream()
                .map(ScriptReference::reference)
                .map(reference ->
                        reference.role().label() + " " + reference.url().orElseThrow())
                .toList();
    }

    static List<ScriptReference> references(LoadedScript... scripts) {
        return references(new AmdPage(PAGE, Optional.empty(), false), scripts);
    }

    private static List<ScriptReference> references(AmdPage page, LoadedScript... scripts) {
        return ScriptReferences.of(List.of(scripts), page, url -> true);
    }
}
