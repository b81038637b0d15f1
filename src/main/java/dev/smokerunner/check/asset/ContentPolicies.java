package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Content-Security-Policies of a page that are in force: in headers, in tags, or in both. */
final class ContentPolicies {
    private static final String NAME = "content-security-policy";
    private static final String HEADER = "its Content-Security-Policy header";

    private final PageObservation page;

    ContentPolicies(PageObservation page) {
        this.page = page;
    }

    /** All of them, those of headers first. */
    List<ContentPolicy> all() {
        return Stream.concat(ofHeaders(), ofTags()).toList();
    }

    /** The place of a directive, in words; absent where no policy has it. */
    Optional<String> placeOf(PolicyDirective directive) {
        return all().stream()
                .filter(policy -> policy.has(directive))
                .map(ContentPolicy::place)
                .findFirst();
    }

    /** The place of a directive, in words. */
    String place(PolicyDirective directive) {
        return placeOf(directive).orElse(HEADER);
    }

    /** A header may hold several, which commas part. */
    private Stream<ContentPolicy> ofHeaders() {
        return page
                .browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(document -> document.headers())
                .or(() -> page.document().response().map(HttpAnswer.HttpResponse::headers))
                .map(headers -> headers.fields().getOrDefault(NAME, List.of()))
                .orElse(List.of())
                .stream()
                .flatMap(Pattern.compile(",|\n")::splitAsStream)
                .map(text -> ContentPolicy.of(HEADER, text));
    }

    private Stream<ContentPolicy> ofTags() {
        return page.html().value().map(HtmlDocument::elements).orElse(List.of()).stream()
                .filter(element -> element.name().equals("meta"))
                .filter(element ->
                        element.attribute("http-equiv").orElse("").strip().equalsIgnoreCase(NAME))
                .map(tag -> ContentPolicy.of(
                        "its meta tag at " + place(tag),
                        tag.attribute("content").orElse("")));
    }

    private String place(HtmlElement tag) {
        return page.html()
                .value()
                .map(html -> Locations.file(html.url()) + ":" + tag.startTag().line())
                .orElse("");
    }
}
