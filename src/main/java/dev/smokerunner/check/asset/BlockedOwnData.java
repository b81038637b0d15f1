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
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a page holds within itself and may not use: {@code data:} addresses hold their bytes, {@code blob:} addresses name
 * what a script made, and a policy that lists hosts alone forbids both. One finding for a directive and a scheme.
 */
final class BlockedOwnData {
    private static final Kind OWN_DATA =
            Kind.cause("blocked-own-data").evenIfMild().byTheBrowser();
    private static final int MOST_LINES = 5;

    private BlockedOwnData() {}

    /**
     * What is refused for one reason.
     *
     * @param scheme the scheme of its addresses, with the colon
     * @param directive the directive that forbids it
     */
    private record Cause(String scheme, PolicyDirective directive) {}

    static List<Detection> findings(String check, PageView view, Expectations expected) {
        PageObservation page = view.observation();
        Map<Cause, List<Blocking>> causes = new LinkedHashMap<>();
        for (Blocking refusal : view.blockings().wanted(expected)) {
            scheme(refusal)
                    .flatMap(scheme -> refusal.fact().directive().map(directive -> new Cause(scheme, directive)))
                    .ifPresent(cause -> causes.computeIfAbsent(cause, key -> new ArrayList<>())
                            .add(refusal));
        }
        return causes.entrySet().stream()
                .map(cause -> finding(check, page, cause.getKey(), cause.getValue()))
                .toList();
    }

    /** {@code data:} or {@code blob:}; absent for all other addresses, and for an icon of nothing, which keeps browsers from asking. */
    private static Optional<String> scheme(Blocking refusal) {
        return Optional.of(refusal)
                .filter(one -> one.isOwnData() && !one.url().equals("data:,"))
                .map(one -> one.url().substring(0, one.url().indexOf(':') + 1));
    }

    private static Detection finding(String check, PageObservation page, Cause cause, List<Blocking> all) {
        PolicyDirective directive = cause.directive();
        String name = directive.exactName();
        Severity impact = all.stream()
                .map(one -> impact(page, directive, one))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<String> lines = all.stream()
                .map(one -> Format.line(one.said()))
                .limit(MOST_LINES)
                .toList();
        return Detection.on(page.url(), check, OWN_DATA, impact, new Subject.Wanted(cause.scheme() + " in " + name))
                .loses(losses(directive))
                .said(all.stream().map(Blocking::said).toList())
                .message(what(directive, all.size()) + " within the page (" + cause.scheme()
                        + "): the page's policy does not allow it, " + directive.name() + " in "
                        + new ContentPolicies(page).place(directive) + " has no room for " + cause.scheme())
                .expected(name + " that allows " + cause.scheme())
                .actual(Format.line(directive.text()))
                .evidence(lines)
                .hint(hint(cause))
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts())
                .build();
    }

    private static String what(PolicyDirective directive, int count) {
        return "the browser blocks " + (count == 1 ? "a " + noun(directive) : count + " " + noun(directive) + "s");
    }

    /** What it is, by the directive that it belongs to (Content Security Policy Level 3, section 6.1). */
    private static String noun(PolicyDirective directive) {
        return switch (directive.exactName()) {
            case "img-src" -> "picture";
            case "font-src" -> "font";
            case "media-src" -> "recording";
            case "frame-src", "child-src" -> "frame";
            case "worker-src" -> "worker";
            case "style-src", "style-src-elem" -> "style sheet";
            case "script-src", "script-src-elem" -> "script";
            case "connect-src" -> "call for data";
            default -> "resource";
        };
    }

    private static Set<Loss> losses(PolicyDirective directive) {
        return switch (directive.exactName()) {
            case "worker-src", "script-src", "script-src-elem" -> Set.of(Loss.CODE, Loss.SHOWN);
            case "connect-src" -> Set.of(Loss.ANSWER);
            default -> Set.of(Loss.SHOWN);
        };
    }

    /**
     * A picture of nothing holds a place until another comes, or is how scripts learn what browsers can draw; a worker may be
     * begun from its file where it may not be from a text.
     */
    private static Severity impact(PageObservation page, PolicyDirective directive, Blocking refusal) {
        boolean isNothing = directive.isFor("img-src") && PictureSize.isOfNothing(refusal.url());
        boolean isReplaced = (directive.isFor("worker-src") || directive.isFor("default-src"))
                && page.references().stream()
                        .filter(reference -> reference.role() == Role.WORKER)
                        .flatMap(reference -> reference.url().stream())
                        .flatMap(url -> page.requestsFor(url).stream())
                        .anyMatch(BrowserRequest::isOk);
        return isNothing || isReplaced ? Severity.SEV4 : Severity.SEV3;
    }

    /** Whoever widens {@code default-src} allows scripts from there as well, so the more exact directive is named. */
    private static String hint(Cause cause) {
        PolicyDirective directive = cause.directive();
        String name = directive.exactName();
        if (directive.isFor("script-src")) {
            return "serve it as a file of a host that is allowed: " + cause.scheme() + " in " + name
                    + " lets any text run as code";
        }
        boolean isOwn = directive.name().equals(name);
        return "add " + cause.scheme() + " to " + name
                + (isOwn
                        ? ""
                        : ", which the policy does not have: " + name + directive.sources() + " " + cause.scheme()
                                + " beside " + directive.name())
                + ", or serve it as a file";
    }
}
