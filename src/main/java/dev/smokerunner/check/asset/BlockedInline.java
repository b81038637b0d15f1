package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Parties;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.RefusalFact.RefusedInline;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells of scripts and styles within the page that its own policy forbids, those of one directive in one finding.
 *
 * <p>What stands in the page's HTML was meant to run; attributes, and what scripts put in, are often left-overs that nobody
 * misses, and stay Sev 4, but for the picture that an attribute names. Where a button that visitors see does nothing for it,
 * they miss it, and so they do where a script of the page's own puts in all of its style.
 */
public final class BlockedInline {
    private static final Kind SCRIPT =
            Kind.cause("blocked-inline-script").evenIfMild().byTheBrowser().toldBy(PolicyAllowance::isOfOneNonce);
    private static final Kind STYLE =
            Kind.cause("blocked-inline-style").evenIfMild().byTheBrowser().toldBy(PolicyAllowance::isOfOneNonce);
    private static final Kind HANDLER =
            Kind.cause("blocked-inline-handler").evenIfMild().byTheBrowser();

    private static final Pattern PICTURE =
            Pattern.compile("\\bbackground(?:-image)?\\s*:[^;]*url\\(", Pattern.CASE_INSENSITIVE);

    private static final int MOST_LINES = 20;

    private final PageObservation page;
    private final Expectations expected;

    BlockedInline(PageObservation page, Expectations expected) {
        this.page = page;
        this.expected = expected;
    }

    /**
     * One of them.
     *
     * @param fact what it is and what forbids it
     * @param message the message that says so
     * @param element the element of the page's HTML; absent for attributes, and for what a script has put there
     * @param isOnlyStyle whether a script has put it there, none of another site, and the page names no other style
     * @param drawsPicture whether it is a style by which an attribute of the page's HTML names a picture
     */
    private record Place(
            RefusedInline fact,
            BrowserMessage message,
            Optional<HtmlElement> element,
            boolean isOnlyStyle,
            boolean drawsPicture) {
        Severity impact(LostHandlers lost) {
            boolean isMeant = element.isPresent();
            return switch (fact.kind()) {
                case SCRIPT -> isMeant ? Severity.SEV2 : Severity.SEV4;
                case STYLE -> isMeant || isMissed() ? Severity.SEV3 : Severity.SEV4;
                case HANDLER -> lost.impact();
            };
        }

        /** Whether visitors miss it, though it is no style element of the page. */
        boolean isMissed() {
            return isOnlyStyle || drawsPicture;
        }

        Cause cause() {
            return new Cause(fact.kind(), element.isPresent(), fact.directive());
        }
    }

    /** What places of one finding have in common. */
    private record Cause(RefusedInline.Kind kind, boolean isOfPage, PolicyDirective directive) {}

    List<Detection> findings(String check) {
        Map<Cause, List<Place>> causes = new LinkedHashMap<>();
        for (BrowserMessage message : Errors.of(page)) {
            message.facts(RefusedInline.class)
                    .findFirst()
                    .filter(fact -> !Errors.isAllowed(message, expected))
                    .map(fact -> place(fact, message))
                    .ifPresent(one -> causes.computeIfAbsent(one.cause(), key -> new ArrayList<>())
                            .add(one));
        }
        return causes.values().stream().map(all -> finding(check, all)).toList();
    }

    private Place place(RefusedInline fact, BrowserMessage message) {
        Optional<HtmlElement> element = element(fact, message);
        boolean isOnlyStyle = fact.kind() == RefusedInline.Kind.STYLE
                && element.isEmpty()
                // Firefox does not say which script it was.
                && !Parties.isThirdParty(page, message)
                && !PageStyle.isNamed(page);
        return new Place(fact, message, element, isOnlyStyle, drawsPicture(fact));
    }

    private boolean drawsPicture(RefusedInline fact) {
        return fact.kind() == RefusedInline.Kind.STYLE
                && page.html().value().map(HtmlDocument::elements).orElse(List.of()).stream()
                        .filter(element -> !element.inert())
                        .flatMap(element -> element.attribute("style").stream())
                        .anyMatch(style -> PICTURE.matcher(style).find()
                                && fact.hash()
                                        .filter(Digest.SHA256.of(style)::equals)
                                        .isPresent());
    }

    private Optional<HtmlElement> element(RefusedInline fact, BrowserMessage message) {
        Optional<HtmlDocument> html = page.html().value();
        boolean isElsewhere = html.isEmpty()
                || message.url()
                        .map(url -> url.split("#", 2)[0])
                        .filter(url -> !url.equals(html.get().url().toString()))
                        .isPresent();
        if (isElsewhere || fact.kind() == RefusedInline.Kind.HANDLER) {
            return Optional.empty();
        }
        String name = fact.kind() == RefusedInline.Kind.SCRIPT ? "script" : "style";
        List<HtmlElement> candidates = html.get().elements().stream()
                .filter(element -> element.name().equals(name))
                .filter(element -> !element.inert() && element.attribute("src").isEmpty())
                .toList();
        return candidates.stream()
                .filter(element -> fact.hash()
                        .filter(Digest.SHA256.of(InlineText.asRead(element))::equals)
                        .isPresent())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(element ->
                                message.url().isPresent() && fact.hash().isEmpty())
                        .filter(element -> element.startTag().line() <= message.line())
                        .max(Comparator.comparingInt(
                                element -> element.startTag().start())));
    }

    /** A handler in an attribute may be what starts the page (onload of its body); what it holds no other code misses. */
    private static Set<Loss> losses(RefusedInline.Kind kind, boolean isLost) {
        return kind == RefusedInline.Kind.HANDLER
                ? Set.of(Loss.START)
                : isLost ? Set.of(Loss.CODE, Loss.PAGE_CODE) : Set.of();
    }

    private Detection finding(String check, List<Place> all) {
        LostHandlers lost = LostHandlers.of(page);
        Place main = all.stream()
                .min(Comparator.comparing(place -> place.impact(lost)))
                .orElseThrow();
        Optional<Location> where =
                main.element().flatMap(this::location).or(() -> isHandler(main) ? location(lost) : Optional.empty());
        RefusedInline fact = main.fact();
        PolicyDirective directive = fact.directive();
        boolean isLost =
                fact.kind() == RefusedInline.Kind.SCRIPT && main.impact(lost).isAtLeast(Severity.SEV3);
        DetectionBuilder finding = Detection.on(
                        page.url(), check, kind(fact.kind()), main.impact(lost), subject(main, where))
                .loses(losses(fact.kind(), isLost))
                .said(all.stream().map(one -> Errors.said(one.message())).toList())
                .message(what(main, lost) + ": the page's policy does not allow it, " + directive.name() + " in "
                        + new ContentPolicies(page).place(directive))
                .expected(expectation(fact))
                .actual(Format.line(directive.text()))
                .where(where)
                .hint(hint(main, directive))
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts());
        if (hasOtherNonce(main, directive)) {
            finding.fault(PolicyAllowance.OTHER_NONCE).expected(directive.name() + " with the nonce of the tag");
        }
        List<String> lines = new ArrayList<>();
        if (isHandler(main)) {
            lines.addAll(lost.lines());
        }
        all.forEach(one -> lines.add(Errors.line(one.message())));
        return finding.evidence(lines.subList(0, Math.min(lines.size(), MOST_LINES)))
                .build();
    }

    private static boolean isHandler(Place place) {
        return place.fact().kind() == RefusedInline.Kind.HANDLER;
    }

    private Optional<Location> location(LostHandlers lost) {
        return lost.sheets().stream().findFirst().flatMap(this::location).or(() -> lost.dead().stream()
                .findFirst()
                .flatMap(this::location));
    }

    private Subject subject(Place place, Optional<Location> where) {
        return where.<Subject>map(at -> new Subject.Code(at.file(), at.file() + ":" + at.line()))
                .orElseGet(() -> Errors.subject(page, place.message()));
    }

    private static Kind kind(RefusedInline.Kind kind) {
        return switch (kind) {
            case SCRIPT -> SCRIPT;
            case STYLE -> STYLE;
            case HANDLER -> HANDLER;
        };
    }

    private Optional<Location> location(HtmlElement element) {
        return page.html()
                .value()
                .map(html -> Locations.of(html, element.startTag().start(), element.tag()));
    }

    /** The place of a tag that is written as browsers write it. */
    private Optional<Location> location(String tag) {
        return page.html()
                .value()
                .filter(html -> html.source().contains(tag))
                .map(html -> Locations.of(html, html.source().indexOf(tag), tag));
    }

    private static String what(Place main, LostHandlers lost) {
        if (main.isMissed()) {
            return "an inline style is blocked that visitors miss: "
                    + (main.drawsPicture() ? "it names a picture" : "a script puts it in, and the page has no other");
        }
        return isHandler(main) && !lost.sheets().isEmpty()
                ? "code in an attribute is blocked, which should put a style sheet to use"
                : what(main.fact().kind());
    }

    private static String what(RefusedInline.Kind kind) {
        return switch (kind) {
            case SCRIPT -> "an inline script is blocked";
            case STYLE -> "an inline style is blocked";
            case HANDLER -> "code in an attribute is blocked";
        };
    }

    private static String expectation(RefusedInline refusal) {
        return refusal.hash()
                .map(hash -> "a policy that allows it by '" + hash + "', a nonce or 'unsafe-inline'")
                .orElse("a policy that allows it by 'unsafe-inline' or a hash");
    }

    /** Whether its tag has a nonce, which then is not the policy's. */
    private static boolean hasOtherNonce(Place place, PolicyDirective directive) {
        return directive.hasNonce()
                && place.element()
                        .flatMap(element -> element.attribute("nonce"))
                        .isPresent();
    }

    private static String hint(Place place, PolicyDirective directive) {
        Optional<String> hash = place.fact().hash();
        if (hasOtherNonce(place, directive)) {
            return PolicyAllowance.NONCE_HINT;
        }
        if (directive.hasNonce()) {
            return "the tag has no nonce: give it that of the policy";
        }
        if (place.element()
                .filter(one -> InlineText.isAllowedAsWritten(one, directive))
                .isPresent()) {
            return InlineText.HINT + hash.map(one -> ": '" + one + "'").orElse("");
        }
        if (directive.hasHash()) {
            return "the policy's hashes are of other code, e.g. of the release before: deploy policy and page together"
                    + hash.map(one -> "; this code has '" + one + "'").orElse("");
        }
        return "move it into a file, or allow it in the policy by a hash or nonce";
    }
}
