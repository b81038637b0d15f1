package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.BrowserVisit.Ending;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds scripts that never run since their page, or the frame that it is shown in, is sandboxed without {@code allow-scripts}. */
final class SandboxedScripts {
    private static final Kind OF_PAGE = Kind.cause("blocked-all-scripts").byTheBrowser();
    private static final Kind OF_FRAME = Kind.cause("blocked-frame-scripts");
    private static final PolicyDirective SANDBOX = new PolicyDirective("sandbox");
    private static final String ALLOW = "allow-scripts";
    private static final Pattern SCRIPT = Pattern.compile("<script[\\s>]", Pattern.CASE_INSENSITIVE);

    private SandboxedScripts() {}

    static List<Detection> findings(String check, PageView view) {
        PageObservation page = view.observation();
        List<HtmlElement> elements =
                page.html().value().map(HtmlDocument::elements).orElse(List.of());
        List<Detection> found = new ArrayList<>();
        boolean isSandboxed = page.browser()
                .value()
                .map(BrowserVisit::ending)
                .filter(Ending.SCRIPTLESS::equals)
                .isPresent();
        if (isSandboxed
                && elements.stream()
                        .anyMatch(one -> one.name().equals("script") && !one.inert() && Scripts.isCode(one))) {
            found.add(ofPage(check, page));
        }
        view.assets().stream()
                .filter(SandboxedScripts::isOfFrame)
                .map(frame -> ofFrame(check, frame))
                .forEach(found::add);
        return found;
    }

    private static Detection ofPage(String check, PageObservation page) {
        DetectionBuilder finding = Detection.on(
                        page.url(), check, OF_PAGE, Severity.SEV2, new Subject.Wanted(SANDBOX.name()))
                .loses(Loss.CODE, Loss.SHOWN)
                .message("no script of the page runs: the page's policy says sandbox without " + ALLOW + ", in "
                        + new ContentPolicies(page).place(SANDBOX))
                .expected("a policy without sandbox, or with sandbox " + ALLOW)
                .hint("take sandbox out of the policy, or add " + ALLOW + " to it (and allow-same-origin, allow-forms"
                        + " where the page needs them); the header may be meant for uploaded files alone")
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts());
        return new ContentPolicies(page)
                .all().stream()
                        .flatMap(policy -> policy.directive(SANDBOX.name()).stream())
                        .findFirst()
                        .map(directive -> finding.actual(directive.text()))
                        .orElse(finding)
                        .build();
    }

    /** Whether it is a page of the own site with scripts, in a frame that lets none of them run. */
    private static boolean isOfFrame(Asset asset) {
        return asset.tag()
                        .filter(tag -> tag.name().equals("iframe") && !tag.inert())
                        .flatMap(tag -> tag.attribute("sandbox"))
                        .filter(words -> !words.toLowerCase(Locale.ROOT).contains(ALLOW))
                        .isPresent()
                && asset.answer()
                        .flatMap(HttpAnswer::whole)
                        .filter(response -> response.isOk()
                                && MediaTypes.isHtml(response.headers().mediaType()))
                        .filter(response ->
                                SCRIPT.matcher(response.body().text()).find())
                        .isPresent();
    }

    private static Detection ofFrame(String check, Asset frame) {
        return frame.detection(check, OF_FRAME)
                .message("no script of the page in the frame " + frame.url()
                        + " runs: its <iframe> has the attribute sandbox without " + ALLOW)
                .expected("sandbox=\"" + ALLOW + "\", or no sandbox around a page of the own site")
                .actual("sandbox=\""
                        + frame.tag().flatMap(tag -> tag.attribute("sandbox")).orElse("") + "\"")
                .hint("add " + ALLOW + " to the attribute if the page in it needs its scripts")
                .build();
    }
}
