package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds style sheets of a screen that are loaded for print alone. Pages load sheets so that hold up nothing, and make them real
 * with code in {@code onload}: where the attribute is lost, they are never used, and every file is there.
 */
final class PrintSheets {
    /** What paper knows nothing of: states of a pointer, movement, and widths of windows. */
    private static final Pattern OF_SCREENS = Pattern.compile(
            ":(?:hover|focus|focus-visible|active)\\b|@keyframes\\b"
                    + "|[{;\\s](?:cursor|transition|animation)\\s*:(?!\\s*none\\b)"
                    + "|@media[^{]*\\b(?:min|max)-width\\s*:\\s*[\\d.]+(?:px|r?em)\\b",
            Pattern.CASE_INSENSITIVE);
    /** What only paper knows (CSS Paged Media; CSS Fragmentation). */
    private static final Pattern OF_PAPER = Pattern.compile(
            "@page\\b|\\b(?:page-)?break-(?:before|after|inside)\\b|\\b(?:orphans|widows)\\b",
            Pattern.CASE_INSENSITIVE);
    /** How sheets are called that are meant for it. */
    private static final Pattern NAMED_FOR_PRINT =
            Pattern.compile("(?<![a-z])print(?![a-z])", Pattern.CASE_INSENSITIVE);

    /** What puts a sheet to use later than its tag does; Angular names the place for its own code {@code ngCspMedia}. */
    private static final Pattern MADE_REAL =
            Pattern.compile("\\.media(?:\\.mediaText)?\\s*=[^=]|ngCspMedia|Attribute\\(\\s*[\"'`]media[\"'`]"
                    + "|\\.(?:attr|prop)\\(\\s*[\"']media[\"']|\\bmedia\\s*:\\s*[\"'`](?:all|screen)\\b");

    /** What makes style of its own, of which no file tells. */
    private static final Pattern STYLE_OF_CODE =
            Pattern.compile("CSSStyleSheet|adoptedStyleSheets|insertRule|createElement\\(\\s*[\"'`]style[\"'`]");

    private final PageObservation page;
    private final HtmlDocument html;

    PrintSheets(PageObservation page, HtmlDocument html) {
        this.page = page;
        this.html = html;
    }

    List<TagTrouble> troubles() {
        return html.elements().stream()
                .filter(element -> isSheet(element) && isForPrint(element))
                .filter(link -> link.attribute("onload").isEmpty())
                .filter(link -> !NAMED_FOR_PRINT
                        .matcher(link.attribute("href").orElse(""))
                        .find())
                .filter(link ->
                        TagFile.text(page, link).filter(this::isOfScreens).isPresent()
                                && !hasCode(MADE_REAL)
                                && !hasCode(STYLE_OF_CODE))
                .map(link -> TagTrouble.of(
                        link.startTag().start(),
                        link.startTag().end(),
                        TagKinds.FOR_PRINT_ALONE,
                        "is for print alone, and has the rules of a screen: visitors see the page without them",
                        Severity.SEV2))
                .toList();
    }

    private static boolean isSheet(HtmlElement element) {
        return element.name().equals("link")
                && !element.inert()
                && Scripts.relations(element).contains("stylesheet");
    }

    private static boolean isForPrint(HtmlElement link) {
        return "print".equals(link.attribute("media").orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it has rules of a screen or none of paper, and more of them than all that the page has for screens. */
    private boolean isOfScreens(String css) {
        return (OF_SCREENS.matcher(css).find() || !OF_PAPER.matcher(css).find()) && lengthForScreens() < css.length();
    }

    /** How much style there is for screens; more than any sheet has where one was not read. */
    private long lengthForScreens() {
        long within = html.elements().stream()
                .filter(element -> element.name().equals("style") && !element.inert())
                .mapToLong(style -> style.text().length())
                .sum();
        long linked = html.elements().stream()
                .filter(element -> isSheet(element) && !isForPrint(element))
                .mapToLong(link -> TagFile.text(page, link).map(String::length).orElse(Integer.MAX_VALUE))
                .sum();
        long imported = page.references().stream()
                .filter(reference -> reference.role() == Role.STYLE && reference.origin() == Reference.Origin.CSS)
                .flatMap(reference -> reference.url().stream())
                .distinct()
                .flatMap(url -> page.asset(url).flatMap(HttpAnswer::whole).stream())
                .mapToLong(response -> response.body().text().length())
                .sum();
        return within + linked + imported;
    }

    private boolean hasCode(Pattern pattern) {
        return PageCode.of(page).anyMatch(code -> pattern.matcher(code).find());
    }
}
