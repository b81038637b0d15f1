package dev.smokerunner.check.text;

import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts that visitors see are placeholders that were left, and which belong to a page that speaks of placeholders.
 *
 * <p>Where nothing filled double braces in, they stand in addresses, titles and attributes of the page as well: one that has
 * several, and all of them in its texts, lists them.
 */
final class ShownPlaceholders {
    /**
     * What code writes for an object that is no text, e.g. one that was never waited for, and for a day that it cannot read
     * (ECMAScript, Date.prototype.toString; Luxon 3).
     */
    private static final Pattern OBJECT = Pattern.compile("\\[object [A-Z]\\w*\\]|\\bInvalid Date(?:Time)?\\b");

    private static final String BRACES = "{{";
    private static final Pattern BRACED = Pattern.compile("\\{\\{\\s*([A-Za-z_]\\w*)\\s*\\}\\}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    /** Whoever writes so many words around it explains it; a label or a line of names has fewer. */
    private static final int SENTENCE = 6;

    /** Where engines put values besides texts, and what frameworks in the browser call their attributes. */
    private static final Pattern OF_ENGINES =
            Pattern.compile("\\b(?:href|src|srcset|action|class)\\s*=\\s*[\"']?[^\"'<>]{0,300}\\{\\{"
                    + "|<title>[^<]{0,300}\\{\\{"
                    + "|\\s(?:v-|ng-|x-|data-ng-|data-bind|\\*ng|\\[|:|@)[a-zA-Z][\\w.:-]{0,40}\\]?\\s*=");

    private final PageObservation page;
    private final String source;
    private final boolean isExplained;
    private final boolean hasSeveral;

    ShownPlaceholders(PageObservation page, List<String> texts) {
        this.page = page;
        this.source = page.html().value().map(HtmlDocument::source).orElse("");
        this.isExplained = texts.stream()
                .anyMatch(text -> OBJECT.matcher(text).find() && isSentence(text) && source.contains(text));
        this.hasSeveral =
                texts.stream().filter(text -> text.contains(BRACES)).distinct().count() > 1;
    }

    /** Whether a text is one that was left. */
    boolean isLeft(String text) {
        return OBJECT.matcher(text).find() && !isExplained
                || isWrittenByCode(text)
                || Placeholder.filling(text)
                        .or(() -> Placeholder.in(text))
                        .filter(this::isToBeFilled)
                        .isPresent();
    }

    /** Whether code of the page wrote double braces with a name that it has a value for; who explains them says more. */
    private boolean isWrittenByCode(String text) {
        Matcher braced = BRACED.matcher(text);
        return braced.find() && !source.contains(braced.group()) && isInCode(braced.group(1)) && !isSentence(text);
    }

    private boolean isToBeFilled(Placeholder placeholder) {
        return !placeholder.text().startsWith(BRACES)
                || !hasSeveral
                || OF_ENGINES.matcher(source).find()
                || isInCode(placeholder.name());
    }

    private boolean isInCode(String name) {
        Optional<Pattern> first = Pattern.compile("\\w+")
                .matcher(name)
                .results()
                .findFirst()
                .map(word -> Pattern.compile("\\b" + word.group() + "\\b"));
        return first.filter(word -> PageCode.ofScripts(page)
                        .anyMatch(code -> word.matcher(code).find()))
                .isPresent();
    }

    private static boolean isSentence(String text) {
        return WORD.matcher(OBJECT.matcher(text).replaceAll("").replaceAll("\\{\\{[^}]*\\}\\}", ""))
                        .results()
                        .count()
                >= SENTENCE;
    }
}
