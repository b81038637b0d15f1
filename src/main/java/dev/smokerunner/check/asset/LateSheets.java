package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the style sheets that only the code of their own {@code onload} puts to use, so that they hold up nothing: they are
 * loaded for print, or ahead, and made real when they are there. Where that code does not run, they never are.
 */
final class LateSheets {
    /** {@code this.media='all'} and {@code this.rel='stylesheet'}: what makes a sheet real. */
    private static final Pattern MADE_REAL = Pattern.compile("\\bthis\\s*\\.\\s*(media|rel)\\s*=[^=]");

    private static final Set<String> REAL_MEDIA = Set.of("", "all", "screen");

    private LateSheets() {}

    /** Their tags, in source order; those for browsers without scripts are not meant. */
    static List<HtmlElement> of(PageObservation page) {
        return page.html().value().map(HtmlDocument::elements).orElse(List.of()).stream()
                .filter(element -> element.name().equals("link") && !element.inert())
                .filter(link ->
                        MADE_REAL.matcher(link.attribute("onload").orElse("")).find())
                .filter(LateSheets::isOfNoUseYet)
                .toList();
    }

    private static boolean isOfNoUseYet(HtmlElement link) {
        Set<String> relations = Set.copyOf(Scripts.relations(link));
        String media = link.attribute("media").orElse("").strip().toLowerCase(Locale.ROOT);
        return relations.contains("stylesheet")
                ? !REAL_MEDIA.contains(media)
                : relations.contains("preload")
                        && link.attribute("as")
                                .filter("style"::equalsIgnoreCase)
                                .isPresent();
    }
}
