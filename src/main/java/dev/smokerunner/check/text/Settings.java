package dev.smokerunner.check.text;

import dev.smokerunner.check.web.LanguageFiles;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script or JSON file that holds values and no code, and those of its values that were never filled in.
 *
 * @param url its URL; the page's for a script that stands in the page
 * @param script the element that it stands in; absent for a file
 * @param unfilled the places that were not filled in, in order, never none
 */
record Settings(URI url, Optional<HtmlElement> script, List<Placeholder> unfilled) {
    /** Files of settings are small: a bundle has strings of all kinds, which say nothing. */
    private static final int LONGEST = 50_000;
    /** What code has and a list of values has not. */
    private static final Pattern CODE = Pattern.compile(
            "\\b(function|return|class|while|for|switch|import|fetch|require)\\b|=>|\\bdocument\\.|\\)\\s*\\.");
    /** A value behind its name, as objects, assignments and JSON have it. */
    private static final Pattern VALUE =
            Pattern.compile("[:=]\\s*(?:\"([^\"\\\\\\n]{2,300})\"|'([^'\\\\\\n]{2,300})')");

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"|'(?:[^'\\\\\\n]|\\\\.)*+'");

    /** The settings of a page that were not filled in, those of files first. */
    static List<Settings> of(PageObservation page) {
        List<Settings> settings = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        for (Reference reference : page.references()) {
            boolean mayHold = reference.role().isScript() || reference.role() == Role.JSON;
            reference
                    .url()
                    .filter(url -> mayHold && reference.firstParty() && !isTexts(url) && seen.add(url))
                    .flatMap(page::asset)
                    .flatMap(HttpAnswer::whole)
                    .filter(response -> response.isOk() && response.body().length() < LONGEST)
                    .flatMap(Settings::ofFile)
                    .ifPresent(settings::add);
        }
        page.html().value().ifPresent(html -> html.scripts().stream()
                .filter(script -> Scripts.isCode(script) || Scripts.type(script).endsWith("json"))
                .filter(script -> script.text().length() < LONGEST)
                .forEach(script -> of(script.text())
                        .ifPresent(unfilled -> settings.add(new Settings(html.url(), Optional.of(script), unfilled)))));
        return settings;
    }

    /** Texts have placeholders of their own, for the code of the page. */
    private static boolean isTexts(URI url) {
        return LanguageFiles.isOne(url.toString());
    }

    private static Optional<Settings> ofFile(HttpResponse response) {
        return of(response.body().text()).map(unfilled -> new Settings(response.url(), Optional.empty(), unfilled));
    }

    private static Optional<List<Placeholder>> of(String text) {
        Set<Placeholder> unfilled = new LinkedHashSet<>();
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            String said = value.group(1) == null ? value.group(2) : value.group(1);
            Placeholder.ofValue(said).ifPresent(unfilled::add);
        }
        boolean isCode = !unfilled.isEmpty()
                && CODE.matcher(STRING.matcher(text).replaceAll("''")).find();
        return unfilled.isEmpty() || isCode ? Optional.empty() : Optional.of(List.copyOf(unfilled));
    }
}
