package dev.smokerunner.check.web;

import dev.smokerunner.observation.HtmlElement;
import java.util.List;
import java.util.Locale;

/** What browsers make of script elements. */
public final class Scripts {
    private Scripts() {}

    /** Whether a browser with scripting would run it: its type is one of code, and it is not put away. */
    public static boolean isCode(HtmlElement element) {
        return element.name().equals("script") && !element.inert() && isCodeType(type(element));
    }

    /** Whether browsers run what a script tag of that type holds or names. */
    public static boolean isCodeType(String type) {
        String lower = type.strip().toLowerCase(Locale.ROOT);
        return lower.isEmpty() || lower.equals("module") || MediaTypes.isJavaScript(lower);
    }

    /** Whether there is something to run: a source or code. */
    public static boolean isFilled(HtmlElement element) {
        return element.closed()
                && (!element.attribute("src").orElse("").isBlank()
                        || element.attribute("src").isEmpty() && !element.text().isBlank());
    }

    /** Whether an element is a module script. */
    public static boolean isModule(HtmlElement element) {
        return type(element).equals("module");
    }

    /** Whether an element is an import map. */
    public static boolean isImportMap(HtmlElement element) {
        return element.name().equals("script") && type(element).equals("importmap");
    }

    /** Its type; without one, the type that its old {@code language} stands for. */
    public static String type(HtmlElement element) {
        String language = element.attribute("language")
                .filter(name -> !name.isEmpty())
                .map(name -> "text/" + name)
                .orElse("");
        return element.attribute("type").orElse(language).strip().toLowerCase(Locale.ROOT);
    }

    /** The relations of a link. */
    public static List<String> relations(HtmlElement link) {
        return List.of(link.attribute("rel")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+"));
    }
}
