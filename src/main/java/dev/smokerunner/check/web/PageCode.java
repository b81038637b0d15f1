package dev.smokerunner.check.web;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The code of a page as text: its HTML, with all that is written in that, and the scripts that it names and that were read. */
public final class PageCode {
    private static final String QUOTE = "[\"'`]";
    private static final String DATA = "data-";

    private PageCode() {}

    /** The texts, that of the HTML first. */
    public static Stream<String> of(PageObservation page) {
        return Stream.concat(page.html().value().map(HtmlDocument::source).stream(), files(page));
    }

    /** The texts of the scripts alone: those that stand in the page, and the files. */
    public static Stream<String> ofScripts(PageObservation page) {
        Stream<String> within = page.html().value().stream()
                .flatMap(html -> html.scripts().stream())
                .filter(Scripts::isCode)
                .map(HtmlElement::text);
        return Stream.concat(within, files(page));
    }

    private static Stream<String> files(PageObservation page) {
        return page.references().stream()
                .filter(reference -> reference.role().isScript())
                .flatMap(reference -> reference.url().stream())
                .distinct()
                .flatMap(url -> page.asset(url).flatMap(HttpAnswer::whole).stream())
                .map(response -> response.body().text());
    }

    /**
     * Whether the code looks an element up, so that it may give it what its tag does not have: by its id, by a type of
     * script that browsers do not know, or by an attribute that holds an address.
     */
    public static boolean looksUp(PageObservation page, HtmlElement element) {
        Stream<String> type = element.name().equals("script")
                ? element.attribute("type").filter(value -> !Scripts.isCodeType(value)).stream()
                : Stream.empty();
        Stream<String> quoted = Stream.concat(element.attribute("id").stream(), type)
                .filter(value -> !value.isBlank())
                .map(value -> "(?:" + QUOTE + "|#)" + Pattern.quote(value) + QUOTE);
        Stream<String> own = element.attributes().entrySet().stream()
                .filter(one -> one.getKey().startsWith(DATA) && one.getValue().contains("/"))
                .map(Map.Entry::getKey)
                .map(name ->
                        "(?:" + Pattern.quote(name) + "|\\bdataset\\." + Pattern.quote(inCode(name)) + ")(?![\\w-])");
        Pattern names =
                Pattern.compile(String.join("|", Stream.concat(quoted, own).toList()));
        return !names.pattern().isEmpty()
                && ofScripts(page).anyMatch(code -> names.matcher(code).find());
    }

    /** The name of an attribute as code has it: {@code fileName} for {@code data-file-name}. */
    private static String inCode(String attribute) {
        return Pattern.compile("-(\\w)")
                .matcher(attribute.substring(DATA.length()))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
