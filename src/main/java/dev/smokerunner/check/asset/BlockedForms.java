package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds forms that the page's own policy keeps from being sent ({@code form-action}): browsers say so only when a visitor sends
 * one, so the form in the HTML is held against the words of the policy.
 *
 * <p>A page whose code sends by itself what is filled in never needs the browser to do it: there it is Sev 4. A form without an
 * address is often no more than what holds its fields together, so that it counts only where no code runs.
 */
final class BlockedForms {
    private static final String DIRECTIVE = "form-action";
    private static final Kind FORM = Kind.cause("blocked-form");

    /** How code keeps the browser from sending a form, and how it sends the data itself. */
    private static final Pattern KEPT = Pattern.compile("preventDefault", Pattern.LITERAL);

    private static final Pattern SENT =
            Pattern.compile("fetch\\s?\\(|XMLHttpRequest|sendBeacon|\\.ajax\\b|\\baxios\\b");

    private final PageView view;
    private final PageObservation page;
    private final HtmlDocument html;

    private BlockedForms(PageView view, HtmlDocument html) {
        this.view = view;
        this.page = view.observation();
        this.html = html;
    }

    static List<Detection> findings(String check, PageView view) {
        return view.observation()
                .html()
                .value()
                .map(html -> new BlockedForms(view, html).findings(check))
                .orElse(List.of());
    }

    private List<Detection> findings(String check) {
        Map<PolicyDirective, ContentPolicy> policies = new LinkedHashMap<>();
        new ContentPolicies(page).all().forEach(policy -> policy.directive(DIRECTIVE)
                .ifPresent(directive -> policies.putIfAbsent(directive, policy)));
        if (policies.isEmpty()) {
            return List.of();
        }
        Map<URI, Detection> found = new LinkedHashMap<>();
        for (HtmlElement form : html.elements()) {
            target(form).ifPresent(target -> policies.entrySet().stream()
                    .filter(one -> !SourceList.of(one.getKey().sources()).allows(target, page.url()))
                    .findFirst()
                    .ifPresent(one -> found.computeIfAbsent(
                            target, url -> finding(check, form, url, one.getKey(), one.getValue()))));
        }
        return List.copyOf(found.values());
    }

    /** Where a form is sent, or a button of one sends it; absent for all else. */
    private Optional<URI> target(HtmlElement element) {
        boolean isForm = element.name().equals("form");
        Optional<String> address = element.attribute(isForm ? "action" : "formaction")
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.equals("#"));
        boolean isLeftToPage = element.attribute("method")
                .filter(method -> method.strip().equalsIgnoreCase("dialog"))
                .isPresent();
        if (element.inert() || isLeftToPage || address.isEmpty() && !(isForm && !runsCode())) {
            return Optional.empty();
        }
        return address.map(this::resolved).orElse(Optional.of(html.url())).filter(Requests::isHttp);
    }

    private Optional<URI> resolved(String address) {
        try {
            return Optional.of(html.base().resolve(new URI(address)));
        } catch (java.net.URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private Detection finding(
            String check, HtmlElement form, URI target, PolicyDirective directive, ContentPolicy policy) {
        Severity impact = code().anyMatch(text -> KEPT.matcher(text).find())
                        && code().anyMatch(text -> SENT.matcher(text).find())
                ? Severity.SEV4
                : Severity.SEV2;
        String origin = Origins.isSame(target, page.url()) ? "'self'" : Origins.of(target);
        return Detection.on(page.url(), check, FORM, impact, target)
                .message("the form that is sent to " + target
                        + " is blocked when a visitor sends it: the page's policy does" + " not allow that target, "
                        + DIRECTIVE + " in " + policy.place() + " has no room for " + origin)
                .expected(DIRECTIVE + " that allows " + origin)
                .actual(Format.line(directive.text()))
                .where(Locations.of(html, form.startTag().start(), form.tag()))
                .hint("add " + origin + " to " + DIRECTIVE
                        + ", or send the form to an address that is allowed; what the"
                        + " target redirects to must be allowed as well")
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts())
                .build();
    }

    private boolean runsCode() {
        return code().findAny().isPresent();
    }

    /** The text of all code of the page that was read. */
    private Stream<String> code() {
        Stream<String> inline = html.scripts().stream()
                .filter(script -> !script.inert() && Scripts.isCode(script))
                .map(HtmlElement::text);
        Stream<String> files = view.assets().stream()
                .filter(Asset::isScript)
                .flatMap(script -> script.answer().flatMap(HttpAnswer::whole).stream())
                .map(response -> response.body().text());
        return Stream.concat(inline, files).filter(text -> !text.isBlank());
    }
}
