package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.RefusedSharing;
import dev.smokerunner.observation.RefusalFact.RefusedText;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what code may not do for the headers of its page: write text as markup, or share memory between threads. */
final class RefusedCode {
    private static final Kind TEXT =
            Kind.cause("blocked-untrusted-text").evenIfMild().byTheBrowser();
    private static final Kind SHARING = Kind.cause("not-isolated").evenIfMild().byTheBrowser();

    /** What isolates a page, with the values that do (HTML, section "Cross-origin isolation"). */
    private static final Map<String, List<String>> ISOLATING = Map.of(
            "Cross-Origin-Opener-Policy", List.of("same-origin"),
            "Cross-Origin-Embedder-Policy", List.of("require-corp", "credentialless"));

    private final PageObservation page;
    private final Expectations expected;

    RefusedCode(PageObservation page, Expectations expected) {
        this.page = page;
        this.expected = expected;
    }

    List<Detection> findings(String check) {
        List<Detection> found = new ArrayList<>();
        loudest(RefusedText.class).map(said -> text(check, said)).ifPresent(found::add);
        List<String> missing = ISOLATING.entrySet().stream()
                .filter(field -> !isSent(field.getKey(), field.getValue()))
                .map(field -> field.getKey() + ": " + field.getValue().get(0))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (!missing.isEmpty()) {
            loudest(RefusedSharing.class)
                    .map(said -> sharing(check, said, missing))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The first that was thrown, else the first that was said. */
    private Optional<BrowserMessage> loudest(Class<? extends MessageFact> fact) {
        List<BrowserMessage> said = Errors.of(page).stream()
                .filter(message -> message.level() == BrowserMessage.Level.ERROR && message.says(fact))
                .filter(message -> !Errors.isAllowed(message, expected) && !Parties.isThirdParty(page, message))
                .toList();
        return Stream.concat(said.stream().filter(one -> one.source() == Source.EXCEPTION), said.stream())
                .findFirst();
    }

    private Detection text(String check, BrowserMessage said) {
        String name = said.facts(RefusedText.class)
                .findFirst()
                .orElseThrow()
                .directive()
                .name();
        String place = new ContentPolicies(page)
                .placeOf(said.facts(RefusedText.class).findFirst().orElseThrow().directive())
                .orElse("its Content-Security-Policy");
        return start(check, TEXT, said)
                .message("the page's policy keeps " + file(said) + " from writing text as markup or code: " + name
                        + " in " + place)
                .expected("markup made by a policy of Trusted Types that the page allows, or a page that asks for none")
                .actual(name + " in " + place)
                .hint("make the markup by a policy (trustedTypes.createPolicy) that trusted-types lists, or take "
                        + name + " out of the page's policy")
                .build();
    }

    private Detection sharing(String check, BrowserMessage said, List<String> missing) {
        String headers = String.join(" and ", missing);
        return start(check, SHARING, said)
                .message(file(said)
                        + " needs memory that threads share (SharedArrayBuffer), and the page is not isolated from"
                        + " other origins: its answer lacks " + headers)
                .expected(headers)
                .actual(missing.size() == 1 ? "one of the two headers alone" : "neither of the two headers")
                .hint("let the server send " + headers
                        + " with the page; what other origins serve to it must agree then"
                        + " (Cross-Origin-Resource-Policy or CORS)")
                .build();
    }

    private DetectionBuilder start(String check, Kind kind, BrowserMessage said) {
        String script = said.url().orElse(page.url().toString());
        Subject subject = Urls.of(script).map(Subject::of).orElseGet(() -> new Subject.Code(script, script));
        return Detection.on(page.url(), check, kind, Severity.SEV4, subject)
                .loses(Loss.EVALUATED_CODE)
                .said(List.of(Errors.said(said)))
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts());
    }

    private static String file(BrowserMessage said) {
        String file = said.url().flatMap(Urls::of).map(Locations::file).orElse("a script");
        return said.line() > 0 ? file + ":" + said.line() : file;
    }

    private boolean isSent(String name, List<String> values) {
        return page.browser()
                .value()
                .flatMap(BrowserVisit::document)
                .map(document -> document.headers())
                .or(() -> page.document().response().map(HttpAnswer.HttpResponse::headers))
                .flatMap((Headers headers) -> headers.first(name))
                .filter(value -> values.contains(value.split(";", 2)[0].strip()))
                .isPresent();
    }
}
