package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.observation.RefusalFact.RefusedInline.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Code or style within the page that its Content-Security-Policy does not allow.
 *
 * @param fact what it is and what forbids it
 * @param message the message that says so
 */
record InlineRefusal(RefusedInline fact, BrowserMessage message) {

    /** What a message says was not run or applied; empty for other messages. */
    static Optional<InlineRefusal> of(BrowserMessage message) {
        return message.facts(RefusedInline.class).findFirst().map(fact -> new InlineRefusal(fact, message));
    }

    /** The element of the page's HTML that is meant; empty for attributes, and for what a script has put there. */
    Optional<HtmlElement> element(PageObservation page) {
        Optional<HtmlDocument> html = page.html().value();
        boolean isElsewhere = html.isEmpty()
                || message.url()
                        .map(url -> url.split("#", 2)[0])
                        .filter(url -> !url.equals(html.get().url().toString()))
                        .isPresent();
        if (isElsewhere || fact.kind() == Kind.HANDLER) {
            return Optional.empty();
        }
        List<HtmlElement> candidates = html.get().elements().stream()
                .filter(element -> element.name().equals(fact.kind() == Kind.SCRIPT ? "script" : "style"))
                .filter(element -> !element.inert() && element.attribute("src").isEmpty())
                .toList();
        return candidates.stream()
                .filter(element -> fact.hash()
                        .filter(Digest.SHA256.of(element.text())::equals)
                        .isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(element ->
                                message.url().isPresent() && fact.hash().isEmpty())
                        .filter(element -> element.startTag().line() <= message.line())
                        .max(Comparator.comparingInt(
                                element -> element.startTag().start())));
    }
}
