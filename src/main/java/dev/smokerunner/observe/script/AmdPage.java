package dev.smokerunner.observe.script;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a page's HTML says to RequireJS.
 *
 * @param base what addresses are relative to
 * @param main the value of its one {@code data-main}; absent where it has none or several
 * @param mayBeDefinedElsewhere whether scripts of other sites run there, which may define modules unseen
 */
public record AmdPage(URI base, Optional<String> main, boolean mayBeDefinedElsewhere) {
    private static final Pattern LOADER = Pattern.compile("(^|/)require(js)?([.\\-][\\w.\\-]*)?\\.js$");

    /** What a page says. */
    public static AmdPage of(HtmlDocument document, Predicate<URI> firstParty) {
        List<String> mains = document.scripts().stream()
                .filter(script -> !script.inert())
                .flatMap(script -> script.attribute("data-main").stream())
                .map(String::strip)
                .filter(main -> !main.isEmpty() && !main.contains("!"))
                .toList();
        boolean hasForeign = document.scripts().stream()
                .filter(script ->
                        !script.inert() && script.attribute("data-main").isEmpty())
                .anyMatch(script -> isForeign(script, document.base(), firstParty));
        return new AmdPage(
                document.base(), mains.size() == 1 ? Optional.of(mains.get(0)) : Optional.empty(), hasForeign);
    }

    private static boolean isForeign(HtmlElement script, URI base, Predicate<URI> firstParty) {
        return script.attribute("src")
                .flatMap(src -> UrlResolver.resolve(base, src))
                .filter(url ->
                        !firstParty.test(url) && !LOADER.matcher(url.getPath()).find())
                .isPresent();
    }

    /** The folder of all modules where no configuration names one. */
    String folder() {
        return main.filter(value -> value.contains("/"))
                .map(value -> value.substring(0, value.lastIndexOf('/') + 1))
                .orElse("./");
    }

    /** The name of the first module, which has its folder for base. */
    Optional<String> mainModule() {
        return main.map(value -> value.substring(value.lastIndexOf('/') + 1))
                .map(file -> file.endsWith(".js") ? file.substring(0, file.length() - 3) : file);
    }
}
