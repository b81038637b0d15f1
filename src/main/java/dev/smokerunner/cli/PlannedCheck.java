package dev.smokerunner.cli;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.runner.Checks;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.Indexing;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.ReleasePlan;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.serving.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a run will judge by a check, as far as its plan tells.
 *
 * @param name the check's name
 * @param isJudged whether it will, should the page have something that it looks at
 * @param reason why, or why not
 */
record PlannedCheck(String name, boolean isJudged, String reason) {
    /** What only a browser sees; of third parties and of what is blocked, plain HTTP and the page's text tell some of it. */
    private static final Set<String> BY_BROWSER =
            Set.of("page-blank", "api-call", "page-error", "element", "response-time", "console-error");

    /** Rejects null. */
    PlannedCheck {
        requireNonNull(name);
        requireNonNull(reason);
    }

    /** All checks, in the order in which they are reported. */
    static List<PlannedCheck> of(SmokePlan plan) {
        return Checks.all().stream()
                .map(Check::name)
                .map(name -> BY_BROWSER.contains(name) && isBlind(plan)
                        ? no(name, "the browser is switched off (--browser none)")
                        : of(name, plan))
                .toList();
    }

    private static boolean isBlind(SmokePlan plan) {
        return plan.browsers().stream().allMatch(browser -> browser.name() == BrowserChoice.Name.NONE);
    }

    private static PlannedCheck of(String name, SmokePlan plan) {
        boolean isLive = plan.target() instanceof Target.LiveSite;
        ReleasePlan release = plan.release();
        return switch (name) {
            case "release" ->
                when(name, isOfRelease(release), releaseWords(release), "no release was given (--release)");
            case "retention" ->
                when(name, release.previous().isPresent(), "--previous", "no previous release was given (--previous)");
            case "edges" -> when(name, !plan.edges().isEmpty(), places(plan), "no origin and no edges are configured");
            case "package" -> when(name, !isLive, "every file", "a live site has no list of its files");
            case "fallback" -> when(name, isLive, "every page", "no made-up asset was asked for");
            case "asset-cache" ->
                when(name, isLive, "every page", "a package has no cache headers before it is uploaded");
            case "search-engines" ->
                when(
                        name,
                        any(plan, expected -> expected.indexing() != Indexing.ANY),
                        "the audience is " + plan.subject().audience().word(),
                        "nothing says whether search engines are to list the page");
            case "element" -> {
                String wanted = words(plan, PlannedCheck::elements);
                yield when(name, !wanted.isEmpty(), wanted, "no element and no title is asked for");
            }
            default -> {
                String wanted = words(plan, expected -> expectations(name, expected));
                yield new PlannedCheck(name, true, wanted.isEmpty() ? "every page" : wanted);
            }
        };
    }

    /** What the config says of a check that looks at every page. */
    private static Stream<String> expectations(String name, Expectations expected) {
        return switch (name) {
            case "page-status" -> Stream.of("status " + expected.status());
            case "script-tag" -> expected.scripts().stream().map(Object::toString);
            case "api-call" -> expected.api().stream().map(call -> call.url() + " answers " + call.status());
            case "response-time" -> limits(expected.responseTime());
            default -> Stream.empty();
        };
    }

    private static Stream<String> elements(Expectations expected) {
        return Stream.of(
                        expected.title().stream().map(title -> "title " + title),
                        expected.required().stream().map(element -> element.css()),
                        expected.forbidden().stream().map(css -> "no " + css))
                .flatMap(Function.identity());
    }

    private static Stream<String> limits(ResponseTimeLimits limits) {
        return Stream.concat(
                limits.document().stream().map(limit -> "document " + words(limit)),
                Stream.of("load " + words(limits.load()), "ready " + words(limits.ready())));
    }

    private static String words(Duration limit) {
        return limit.toMillisPart() == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private static boolean isOfRelease(ReleasePlan release) {
        return release.release().isPresent()
                || release.previous().isPresent()
                || !release.watchUpload().isZero();
    }

    private static String releaseWords(ReleasePlan release) {
        List<String> words = new ArrayList<>();
        release.release().ifPresent(path -> words.add("every file of " + path));
        release.previous().ifPresent(previous -> words.add("compared with " + previous.name()));
        if (!release.watchUpload().isZero()) {
            words.add("an upload is watched for " + words(release.watchUpload()));
        }
        return String.join(", ", words);
    }

    private static String places(SmokePlan plan) {
        List<String> places = new ArrayList<>();
        plan.edges().origin().ifPresent(origin -> places.add(origin.toString()));
        plan.edges().addresses().forEach(address -> places.add(address.toString()));
        return plan.edges().all() ? "all addresses of the site's name" : String.join(", ", places);
    }

    private static boolean any(SmokePlan plan, Function<Expectations, Boolean> has) {
        return plan.pages().stream().map(PagePlan::expectations).anyMatch(has::apply);
    }

    /** What all pages together ask for, each once. */
    private static String words(SmokePlan plan, Function<Expectations, Stream<String>> words) {
        return plan.pages().stream()
                .map(PagePlan::expectations)
                .flatMap(words)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static PlannedCheck when(String name, boolean isJudged, String why, String whyNot) {
        return isJudged ? new PlannedCheck(name, true, why) : no(name, whyNot);
    }

    private static PlannedCheck no(String name, String reason) {
        return new PlannedCheck(name, false, reason);
    }
}
