package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A script that is whole, and of which nothing runs, because a script before it declares the same name.
 *
 * @param name the name
 * @param other the script that declares it as well; absent where none of the page's own files is seen to
 */
record Redeclaration(String name, Optional<URI> other) {
    private static final Kind DECLARED_TWICE = Kind.cause("name-declared-twice");

    private static final int MOST = 40;

    static Optional<Redeclaration> of(PageObservation page, Asset asset, BrowserMessage error) {
        return error.facts(RedeclaredName.class)
                .findFirst()
                .map(again -> new Redeclaration(again.name(), other(page, asset, again.name())));
    }

    private static Optional<URI> other(PageObservation page, Asset asset, String name) {
        Pattern declared = Pattern.compile("\\b(?:const|let|var|class|function)\\s[^;{}()]{0,200}?(?<![\\w$.])"
                + Pattern.quote(name) + "(?![\\w$])");
        return page.references().stream()
                .filter(reference -> reference.role() == Role.SCRIPT)
                .flatMap((Reference reference) -> reference.url().stream())
                .distinct()
                .filter(url -> !url.equals(asset.url()))
                .limit(MOST)
                .filter(url -> page.asset(url)
                        .flatMap(HttpAnswer::whole)
                        .filter(HttpResponse::isOk)
                        .filter(response ->
                                declared.matcher(response.body().text()).find())
                        .isPresent())
                .findFirst();
    }

    /** The finding; the browser's words are its evidence. */
    Detection finding(Asset asset, String check, List<BrowserMessage> errors) {
        String who = other.map(Locations::file).orElse("a script before it");
        return asset.detection(check, DECLARED_TWICE)
                .said(errors.stream().map(Errors::said).toList())
                .message(asset.title() + " declares " + name + ", which " + who
                        + " declares already: browsers run nothing of it")
                .expected("one declaration of " + name + " among all classic scripts of the page")
                .actual(Format.line(errors.get(0).quote()))
                .hint(
                        "the two files are loaded on one page and were not meant to, or one of them twice: make them modules,"
                                + " or wrap them")
                .evidence(errors.stream().map(Errors::line).toList())
                .build();
    }
}
