package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a page's Content-Security-Policy stands: in a header, in a tag, or in both. */
final class ContentPolicies {
    private static final String NAME = "content-security-policy";

    /** Browsers and observations cut long policies; so much of a directive tells it from others. */
    private static final int COMPARED = 100;

    private final PageObservation page;

    ContentPolicies(PageObservation page) {
        this.page = page;
    }

    /** The place of a directive, in words; absent where no policy has it. */
    Optional<String> placeOf(PolicyDirective policy) {
        boolean isThere = headers().stream().anyMatch(header -> holds(header, policy.text()))
                || tag(policy.text()).isPresent();
        return isThere ? Optional.of(place(policy)) : Optional.empty();
    }

    /** The place of a directive, in words. */
    String place(PolicyDirective policy) {
        String directive = policy.text();
        boolean isInHeader = headers().stream().anyMatch(header -> holds(header, directive));
        return tag(directive)
                .filter(tag -> !isInHeader)
                .map(tag -> "its meta tag at " + place(tag))
                .orElse("its Content-Security-Policy header");
    }

    private String place(HtmlElement tag) {
        return page.html()
                .value()
                .map(html -> Locations.file(html.url()) + ":" + tag.startTag().line())
                .orElse("");
    }

    private Optional<HtmlElement> tag(String directive) {
        return page.html().value().map(HtmlDocument::elements).orElse(List.of()).stream()
                .filter(element -> element.name().equals("meta"))
                .filter(element ->
                        element.attribute("http-equiv").orElse("").strip().equalsIgnoreCase(NAME))
                .filter(element -> holds(element.attribute("content").orElse(""), directive))
                .findFirst();
    }

    private List<String> headers() {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(document -> document.headers())
                .or(() -> page.document().response().map(HttpAnswer.HttpResponse::headers))
                .map(headers -> headers.fields().getOrDefault(NAME, List.of()))
                .orElse(List.of());
    }

    private static boolean holds(String policy, String directive) {
        return normal(policy).contains(normal(Format.line(directive, COMPARED)).replace("…", ""));
    }

    private static String normal(String policy) {
        return policy.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
