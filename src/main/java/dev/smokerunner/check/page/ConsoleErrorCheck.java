package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Level;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.RefusedAddress;
import dev.smokerunner.result.Severity;
import java.util.List;

/** Finds error messages in the console, other than the ones that only repeat what the requests say. */
public record ConsoleErrorCheck() implements Check {
    private static final Kind CONSOLE_ERROR = Kind.symptom("console-error", "console error");

    @Override
    public String name() {
        return "console-error";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        return Judgement.ofSeen(name(), page.browser(), visit -> judge(page, visit, expected));
    }

    private Judgement judge(PageObservation page, BrowserVisit visit, Expectations expected) {
        List<BrowserMessage> errors = visit.messages().stream()
                .filter(message ->
                        message.level() == Level.ERROR && isOfThePage(message) && !isIconWithin(page, message))
                .filter(message -> !Errors.isAllowed(message, expected))
                .toList();
        return new ErrorFindings(page, CONSOLE_ERROR, "an error in the console: ", message -> Severity.SEV4)
                .judged(name(), errors);
    }

    private static boolean isOfThePage(BrowserMessage message) {
        return switch (message.source()) {
            case CONSOLE, SECURITY, OTHER -> !isFavicon(message);
            case EXCEPTION, NETWORK, EVALUATION, PARSER -> false;
        };
    }

    /** Whether a policy keeps away an icon that stands in the page's HTML itself, which no visitor misses. */
    private static boolean isIconWithin(PageObservation page, BrowserMessage message) {
        return message.facts(RefusedAddress.class)
                .map(RefusedAddress::url)
                .filter(url -> url.startsWith("data:"))
                .anyMatch(url -> page.html().value().map(HtmlDocument::elements).orElse(List.of()).stream()
                        .filter(tag -> tag.name().equals("link")
                                && Scripts.relations(tag).stream().anyMatch(relation -> relation.contains("icon")))
                        .anyMatch(tag -> tag.attribute("href").orElse("").startsWith(url)));
    }

    private static boolean isFavicon(BrowserMessage message) {
        return message.url().orElse("").endsWith("/favicon.ico")
                || message.source() != BrowserMessage.Source.CONSOLE
                        && message.named().mention("/favicon.ico");
    }
}
