package dev.smokerunner.check.page;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.Blockings;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LostScripts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds other sites that fail the page: one finding for a host, Sev 4 but where all of the page's own code is named on a host
 * that is not there, or what is taken for a host is a folder.
 */
public record ThirdPartyCheck() implements Check {
    private static final Kind HOST_FAILS = Kind.alone("third-party-fails");
    private static final Kind HOST_SLOW = Kind.alone("third-party-slow");
    private static final Kind MODULE_LOST = Kind.alone("third-party-module-lost");
    private static final Kind CODE_HOST_GONE =
            Kind.alone("third-party-code-gone").toldBy(ThirdPartyCheck::isOfThatHost);

    private static final int MOST_LINES = 10;

    @Override
    public String name() {
        return "third-party";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        Map<URI, Optional<Trouble>> outcomes = page.browser()
                .value()
                .map(visit -> ofBrowser(view, visit, expected))
                .orElseGet(() -> ofHttp(page));
        if (outcomes.isEmpty()) {
            return Judgement.ofSeen(
                    name(),
                    page.browser(),
                    visit -> Judgement.skipped(name(), "the page asks no other site for anything"));
        }
        List<Trouble> all = outcomes.values().stream().flatMap(Optional::stream).toList();
        List<URI> folders = all.stream()
                .map(Trouble::url)
                .filter(url -> FolderAsHost.is(page, url))
                .toList();
        Map<String, List<Trouble>> troubles = new TreeMap<>();
        all.stream().filter(trouble -> !folders.contains(trouble.url())).forEach(trouble -> troubles.computeIfAbsent(
                        Requests.host(trouble.url()), key -> new ArrayList<>())
                .add(trouble));
        List<Detection> findings = new ArrayList<>();
        FolderAsHost.finding(name(), view, folders).ifPresent(findings::add);
        troubles.forEach((host, ofHost) -> findings.add(finding(view, host, ofHost)));
        return Judgement.judged(name(), outcomes.size(), findings);
    }

    private static Map<URI, Optional<Trouble>> ofBrowser(PageView view, BrowserVisit visit, Expectations expected) {
        Blockings refusals = view.blockings();
        LoadDelay delay = LoadDelay.of(visit, expected.responseTime());
        Optional<BrowserRequest> blocking =
                Blockade.ofBlank(view.observation(), visit).map(Blockade::request);
        List<BrowserRequest> holding = delay.isThirdPartyOnly() ? delay.thirdParty() : List.of();
        Map<URI, Optional<Trouble>> outcomes = new LinkedHashMap<>();
        for (BrowserRequest request : visit.requests()) {
            if (request.firstParty()
                    || request.kind() == BrowserRequest.Kind.DOCUMENT
                    || refusals.isOfPage(request)
                    // The page is blank because of it, which is told as that.
                    || blocking.filter(request::equals).isPresent()) {
                continue;
            }
            Optional<Trouble> trouble = holding.contains(request)
                    ? Optional.of(new Trouble(request.url(), true, "holds up the load event"))
                    : Optional.of(request)
                            .filter(Requests::hasFailed)
                            .map(failed -> new Trouble(failed.url(), false, Requests.words(failed)));
            outcomes.merge(request.url(), trouble, (first, second) -> first.or(() -> second));
        }
        return outcomes;
    }

    private static Map<URI, Optional<Trouble>> ofHttp(PageObservation page) {
        Map<URI, Optional<Trouble>> outcomes = new LinkedHashMap<>();
        page.references().stream()
                .filter(reference -> !reference.firstParty())
                .flatMap((Reference reference) -> reference.url().stream())
                .forEach(url -> page.asset(url)
                        .ifPresent(answer ->
                                outcomes.put(url, trouble(answer).map(words -> new Trouble(url, false, words)))));
        return outcomes;
    }

    private static Optional<String> trouble(HttpAnswer answer) {
        if (answer.isOk()) {
            return Optional.empty();
        }
        return answer.failure().map(Format::failure).or(() -> answer.response()
                .map((HttpResponse r) -> Format.status(r.status(), r.headers())));
    }

    private Detection finding(PageView view, String host, List<Trouble> troubles) {
        PageObservation page = view.observation();
        LostScripts lost = view.lostScripts();
        Optional<Trouble> module =
                troubles.stream().filter(one -> lost.isLinked(one.url())).findFirst();
        Trouble first = module.orElse(troubles.get(0));
        if (lost.isOwnCode(host)) {
            return begun(page, host, troubles, first, CODE_HOST_GONE)
                    .loses(Loss.AWAITED_CODE)
                    .message("all of the page's code is named on " + host + gone(page, first) + ": " + first.line())
                    .hint(hintOfHost(page, first))
                    .build();
        }
        if (module.isPresent()) {
            return begun(page, host, troubles, first, MODULE_LOST)
                    .loses(Loss.AWAITED_CODE)
                    .message("a module of another site that the page's code imports cannot be had, so that nothing of"
                            + " that code runs: " + first.line())
                    .where(lost.linkedAt(first.url()))
                    .hint(
                            "correct the address in the import statement; code that can do without the module asks for it by"
                                    + " import() and catches the error")
                    .build();
        }
        boolean isSlow = troubles.stream().allMatch(Trouble::isSlow);
        String more = troubles.size() == 1 ? "" : " and " + (troubles.size() - 1) + " more";
        return begun(page, host, troubles, first, isSlow ? HOST_SLOW : HOST_FAILS)
                .loses(lost.isWaitedFor(host) ? Set.of(Loss.AWAITED_CODE) : Set.of())
                .message(host + does(isSlow) + ": " + (isSlow ? first.url() : first.line()) + more)
                .where(named(page, first.url()))
                .build();
    }

    private DetectionBuilder begun(
            PageObservation page, String host, List<Trouble> troubles, Trouble first, Kind kind) {
        Severity impact = Set.of(CODE_HOST_GONE, MODULE_LOST).contains(kind) ? Severity.SEV2 : Severity.SEV4;
        return Detection.on(page.url(), name(), kind, impact, new Subject.Host(host))
                .expected("whole answers with status 200 to 299")
                .actual(troubles.size() + (troubles.size() == 1 ? " request" : " requests"))
                .evidence(troubles.size() == 1 ? List.of() : shown(troubles))
                .reproduce(Reproduction.headers(first.url()))
                .attempts(page.attempts());
    }

    /** The first place of the page that names an address. */
    private static Optional<Location> named(PageObservation page, URI url) {
        return page.references().stream()
                .filter(reference -> reference.url().filter(url::equals).isPresent())
                .flatMap(reference -> Locations.of(page, reference).stream())
                .findFirst();
    }

    private static String does(boolean isSlow) {
        return isSlow ? " holds up the page's load event" : " does not answer as it should";
    }

    private static List<String> shown(List<Trouble> troubles) {
        List<String> shown = new ArrayList<>(
                troubles.stream().map(Trouble::line).limit(MOST_LINES).toList());
        if (troubles.size() > MOST_LINES) {
            shown.add("and " + (troubles.size() - MOST_LINES) + " more");
        }
        return shown;
    }

    /** Browsers and resolvers do not tell a name that does not exist from one of which no name server knows. */
    private static String gone(PageObservation page, Trouble trouble) {
        return switch (failure(page, trouble)) {
            case DNS ->
                ", a name that does not exist in DNS (NXDOMAIN), unless this machine's own name server does not know it";
            case FORBIDDEN_PORT -> ", on a port that no browser ever asks";
            default -> ", which is not there";
        };
    }

    private static String hintOfHost(PageObservation page, Trouble trouble) {
        return failure(page, trouble) == NetworkFailure.Kind.FORBIDDEN_PORT
                ? "browsers refuse port " + trouble.url().getPort()
                        + " whatever listens there (the Fetch Standard's list of"
                        + " bad ports): serve it on another one"
                : "no such host comes back by itself: compare the base address of the build (publicPath, base,"
                        + " assetPrefix) with the host that serves it";
    }

    private static NetworkFailure.Kind failure(PageObservation page, Trouble trouble) {
        return page.requestsFor(trouble.url()).stream()
                .filter(Requests::hasFailed)
                .map(Requests::failureKind)
                .findFirst()
                .or(() -> page.asset(trouble.url()).flatMap(HttpAnswer::failure).map(NetworkFailure::kind))
                .orElse(NetworkFailure.Kind.OTHER);
    }

    /**
     * What is wrong with one address of another site.
     *
     * @param url the address
     * @param isSlow whether it is only slow
     * @param words what happened, in words
     */
    private record Trouble(URI url, boolean isSlow, String words) {
        String line() {
            return url + ": " + words;
        }
    }

    /** Whether something as bad was found of a file of the host: that nothing may be named there, or how it is named. */
    private static boolean isOfThatHost(Detection gone, Detection other) {
        return other.subject() instanceof Subject.Url file
                && Requests.host(file.url()).equals(gone.subject().text())
                && other.impact().isAtLeast(gone.impact());
    }
}
