package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Blocking;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Severity;
import java.util.List;

/**
 * Finds a {@code <base>} that the page's own policy forbids: the browser then looks for all that the page names elsewhere,
 * and what is not there is told with it. Where all is found all the same, it is Sev 4.
 */
final class RefusedBase {
    static final String DIRECTIVE = "base-uri";

    private static final Kind BASE = Kind.cause("blocked-base").evenIfMild().byTheBrowser();

    private RefusedBase() {}

    static List<Detection> findings(String check, PageView view, Expectations expected) {
        return view.blockings().wanted(expected).stream()
                .filter(refusal -> refusal.isBy(DIRECTIVE))
                .limit(1)
                .map(refusal -> finding(check, view.observation(), refusal))
                .toList();
    }

    private static Detection finding(String check, PageObservation page, Blocking refusal) {
        PolicyDirective directive = refusal.fact().directive().orElse(new PolicyDirective(DIRECTIVE));
        String place = new ContentPolicies(page).place(directive);
        Kind kind = BASE.taking(other -> other.kind().isOfAddress() && isNamedByNoFile(page, other));
        return Detection.on(page.url(), check, kind, Severity.SEV4, new Subject.Wanted(DIRECTIVE))
                .loses(Loss.CODE, Loss.SHOWN, Loss.ANSWER)
                .said(List.of(refusal.said()))
                .message(
                        "the page's policy does not allow its <base>, so that browsers look elsewhere for what the page"
                                + " names: " + DIRECTIVE + " in " + place)
                .expected(DIRECTIVE + " that allows " + refusal.url())
                .actual(Format.line(directive.text()))
                .hint("allow the address in " + DIRECTIVE
                        + " ('self' for one of the page's own origin), or take <base> out of the page")
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts())
                .build();
    }

    /** Whether the browser alone asked for it, at an address that no file has: those are resolved with the base. */
    private static boolean isNamedByNoFile(PageObservation page, Detection other) {
        return other.subject() instanceof Subject.Url
                && page.references().stream()
                        .filter(reference -> reference.origin() != Reference.Origin.BROWSER)
                        .flatMap(reference -> reference.url().stream())
                        .noneMatch(url -> other.subject().isUrl(url.toString()));
    }
}
