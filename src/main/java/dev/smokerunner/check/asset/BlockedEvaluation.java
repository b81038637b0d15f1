package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.RefusalFact.RefusedEvaluation;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells of code that scripts make of text and that the page's policy keeps from running, one finding for each script.
 *
 * <p>Many a library tries it and can do without: it is Sev 4, and becomes what follows from it.
 */
public final class BlockedEvaluation {
    private static final Kind EVALUATION =
            Kind.cause("blocked-evaluation").evenIfMild().byTheBrowser();

    private static final int MOST = 20;

    private BlockedEvaluation() {}

    static List<Detection> findings(String check, PageObservation page, Expectations expected) {
        Map<String, BrowserMessage> byScript = new LinkedHashMap<>();
        Errors.of(page).stream()
                .filter(message -> message.says(RefusedEvaluation.class) && !Errors.isAllowed(message, expected))
                .forEach(message ->
                        byScript.putIfAbsent(message.url().orElse(page.url().toString()), message));
        if (byScript.isEmpty()) {
            return List.of();
        }
        Optional<ContentPolicy> policy = policy(page);
        return byScript.values().stream()
                .limit(MOST)
                .map(message -> finding(check, page, message, policy))
                .toList();
    }

    /** The first policy that has something to say of scripts, and does not allow it. */
    private static Optional<ContentPolicy> policy(PageObservation page) {
        return new ContentPolicies(page)
                .all().stream()
                        .filter(policy -> policy.ofScripts()
                                .filter(scripts -> !scripts.text().contains("'unsafe-eval'"))
                                .isPresent())
                        .findFirst();
    }

    private static Subject subject(String script) {
        return Urls.of(script).map(Subject::of).orElseGet(() -> new Subject.Code(script, script));
    }

    private static Detection finding(
            String check, PageObservation page, BrowserMessage message, Optional<ContentPolicy> policy) {
        String script = message.url().orElse(page.url().toString());
        // The browser names script-src also where default-src stands for it.
        String name = policy.flatMap(ContentPolicy::ofScripts)
                .map(PolicyDirective::name)
                .or(() -> message.facts(RefusedEvaluation.class)
                        .flatMap(refused -> refused.directive().stream())
                        .map(PolicyDirective::name)
                        .findFirst())
                .map(one -> Format.line(one, 100))
                .orElse("script-src");
        String place = policy.map(ContentPolicy::place).orElse("its Content-Security-Policy header");
        String file = Urls.of(script).map(Locations::file).orElse(script);
        // Where no script is at work when it is refused, a timer was given a text: nothing is thrown that code could
        // catch.
        Optional<Location> timer = script.equals(page.url().toString()) ? StringTimer.in(page) : Optional.empty();
        return Detection.on(
                        page.url(),
                        check,
                        EVALUATION,
                        timer.isPresent() ? Severity.SEV3 : Severity.SEV4,
                        subject(script))
                .loses(Loss.EVALUATED_CODE)
                .where(timer)
                .message("the page's policy keeps " + file + (message.line() > 0 ? ":" + message.line() : "")
                        + " from running code that it makes of text (eval, Function, WebAssembly): " + name
                        + " does not allow 'unsafe-eval'")
                .expected("a policy with 'unsafe-eval', or a build that does not need it")
                .actual(name + " in " + place + ", without 'unsafe-eval'")
                .hint("ship the build with templates that are compiled before (a framework's runtime-only build), or"
                        + " allow 'unsafe-eval' ('wasm-unsafe-eval' for WebAssembly alone)")
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts())
                .build();
    }
}
