package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds what a style sheet loads: imports, pictures, fonts. */
public final class CssReferences {
    private static final Set<String> OLD_FONT_FORMATS = Set.of("embedded-opentype", "svg");

    private CssReferences() {}

    /**
     * The references of a style sheet, in source order, at most {@value Mentions#MOST}.
     *
     * <p>What no current browser loads is left out: fonts as EOT and SVG, behaviours. A missing one hurts nobody.
     *
     * @param cssUrl where it came from, after redirects; relative references are resolved against it
     * @param css its text
     * @param firstParty whether a URL belongs to the page's own site
     */
    public static List<Reference> of(URI cssUrl, String css, Predicate<URI> firstParty) {
        Mentions mentions = new Mentions(cssUrl, firstParty);
        LineMap lines = new LineMap(css);
        for (CssScanner.CssUrl url : new CssScanner(css, Mentions.MOST).scan()) {
            if (isLoaded(url)) {
                mentions.add(new Mentions.Mention(
                        url.raw(),
                        role(url),
                        Origin.CSS,
                        Optional.of(lines.range(url.start(), url.end())),
                        css.substring(url.start(), url.end())));
            }
        }
        return mentions.all();
    }

    static boolean isLoaded(CssScanner.CssUrl url) {
        String path = url.raw().toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
        if (url.use() != CssScanner.Use.FONT) {
            return !path.endsWith(".htc");
        }
        return !path.endsWith(".eot") && !path.endsWith(".svg") && !OLD_FONT_FORMATS.contains(url.format());
    }

    static Role role(CssScanner.CssUrl url) {
        return switch (url.use()) {
            case IMPORT -> Role.STYLE;
            case FONT -> Role.FONT;
            case OTHER -> Role.IMAGE;
        };
    }
}
