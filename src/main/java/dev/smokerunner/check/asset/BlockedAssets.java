package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.Blocking;
import dev.smokerunner.check.view.Blockings;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LostScripts;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BlockingRule;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of files and calls that the browser kept from the page, those of one cause in one finding. */
final class BlockedAssets {
    private static final int MOST_LINES = 20;

    private final PageView view;
    private final PageObservation page;
    private final Expectations expected;
    private final Blockings refusals;
    private final LostScripts lost;
    private final BlockedImpact impact;

    BlockedAssets(PageView view, Expectations expected) {
        this.view = view;
        this.page = view.observation();
        this.expected = expected;
        this.refusals = view.blockings();
        this.lost = view.lostScripts();
        this.impact = new BlockedImpact(view, expected);
    }

    List<Detection> findings(String check) {
        List<Blocked> all = new ArrayList<>();
        for (Blocking refusal : refusals.wanted(expected)) {
            if (!refusal.isBy(RefusedBase.DIRECTIVE) && !refusal.isOwnData()) {
                blocked(refusal).ifPresent(all::add);
            }
        }
        // The browser tells them as the answers come, which differs from run to run.
        all.sort(Comparator.<Blocked>comparingInt(one -> place(one.url()))
                .thenComparing(one -> one.url().toString()));
        Map<Blocked.Cause, List<Blocked>> causes = new LinkedHashMap<>();
        all.forEach(one ->
                causes.computeIfAbsent(cause(one), key -> new ArrayList<>()).add(one));
        return causes.values().stream().map(same -> finding(check, same)).toList();
    }

    /** Where the page's files name it; behind all that they name for what only scripts ask for. */
    private int place(URI url) {
        List<Reference> references = page.references();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            boolean isWritten = reference.origin() != Reference.Origin.BROWSER;
            if (isWritten && reference.url().filter(url::equals).isPresent()) {
                return i;
            }
        }
        return references.size();
    }

    /** What other sites' scripts ask for comes and goes: one finding for a rule is enough. */
    private Blocked.Cause cause(Blocked blocked) {
        boolean isOfPage = refusals.isNamed(blocked.refusal()) || refusals.isCalled(blocked.refusal());
        boolean comesAndGoes = !blocked.impact().isAtLeast(Severity.SEV3) && !isOfPage;
        return comesAndGoes ? blocked.causeOfAll() : blocked.cause();
    }

    private Detection finding(String check, List<Blocked> all) {
        List<Blocked> worstFirst =
                all.stream().sorted(Comparator.comparing(Blocked::impact)).toList();
        Blocked main = worstFirst.get(0);
        DetectionBuilder finding = Detection.on(
                        page.url(), check, Blocked.kind(main.refusal().rule()), main.impact(), main.url())
                .trouble(main.refusal().rule(), main.refusal().directive(), Origins.of(main.url()))
                .loses(losses(main))
                .said(all.stream()
                        .map(one -> one.refusal().said())
                        .filter(quote -> !quote.isEmpty())
                        .toList())
                .where(main.where())
                .reproduce(Reproduction.headers(main.url()))
                .attempts(page.attempts());
        main.describe(finding, page);
        List<String> lines = new ArrayList<>();
        worstFirst.stream().skip(1).forEach(one -> lines.add("blocked as well: " + one.noun() + " " + one.url()));
        all.stream()
                .map(one -> one.refusal().said())
                .filter(said -> !said.isEmpty())
                .map(said -> Format.line(said))
                .forEach(lines::add);
        return finding.evidence(lines.subList(0, Math.min(lines.size(), MOST_LINES)))
                .build();
    }

    /** What is lost; also where another site delivers the script that the page waits for. */
    private Set<Loss> losses(Blocked blocked) {
        Set<Loss> all = view.losses(blocked.url());
        boolean isAwaited = all.contains(Loss.CODE) && lost.isWaitedFor(Requests.host(blocked.url()));
        if (isAwaited) {
            all.add(Loss.AWAITED_CODE);
        }
        if (isCall(blocked.url())) {
            all.add(Loss.ANSWER);
        }
        if (refusals.isCalled(blocked.refusal())) {
            all.add(Loss.AWAITED_ANSWER);
        }
        return all;
    }

    /** Whether a script asks for it, and not for a file; what was refused before it was asked for is told by no request. */
    private boolean isCall(URI url) {
        return view.asset(url).isEmpty()
                && request(url)
                        .map(request -> request.kind() == Kind.CALL || request.kind() == Kind.STREAM)
                        .orElseGet(() -> page.references().stream()
                                .noneMatch(reference ->
                                        reference.url().filter(url::equals).isPresent()));
    }

    private Optional<Blocked> blocked(Blocking refusal) {
        Optional<URI> url = url(refusal);
        Optional<Asset> asset = url.flatMap(one -> asset(one, refusal));
        if (asset.isPresent()) {
            return asset.filter(one -> one.served().isEmpty() && !isMissing(one))
                    .map(one -> new Blocked(
                            refusal,
                            one.url(),
                            one.noun(),
                            mayHaveNonce(one.role()),
                            one.impact(),
                            one.where(),
                            one.tag()));
        }
        Optional<BrowserRequest> request = url.flatMap(this::request);
        return url.flatMap(one -> other(refusal, one, request));
    }

    private static boolean isMissing(Asset asset) {
        return asset.answer().filter(answer -> !answer.isOk()).isPresent();
    }

    /** Calls, and what belongs to other sites. */
    private Optional<Blocked> other(Blocking refusal, URI url, Optional<BrowserRequest> request) {
        if (request.filter(BrowserRequest::isOk).isPresent() || isNobodysLoss(url)) {
            return Optional.empty();
        }
        boolean isOwn = page.ownSite().has(url);
        if (!isOwn && !refusals.isOfPage(refusal)) {
            return Optional.empty();
        }
        Optional<RefusedFrame> frame = RefusedFrame.of(page, refusal, url);
        Optional<Reference> reference = page.references().stream()
                .filter(one -> one.url().filter(url::equals).isPresent())
                .findFirst()
                .or(() -> frame.map(RefusedFrame::reference));
        Optional<Location> where = reference.flatMap(one -> Locations.of(page, one));
        return Optional.of(new Blocked(
                refusal,
                reference.flatMap(Reference::url).orElse(url),
                noun(refusal, reference, request),
                mayHaveNonce(refusal, reference, request),
                impact.of(refusal, url, frame),
                where,
                reference.flatMap(one -> Locations.element(page, one))));
    }

    private static String noun(Blocking refusal, Optional<Reference> reference, Optional<BrowserRequest> request) {
        if (refusal.rule() == BlockingRule.SAME_ORIGIN) {
            return "drawing";
        }
        return reference
                .map(one -> Asset.noun(one.role()))
                .or(() -> request.map(one -> noun(one.kind())))
                .orElseGet(() -> noun(refusal));
    }

    private static boolean mayHaveNonce(
            Blocking refusal, Optional<Reference> reference, Optional<BrowserRequest> request) {
        return reference
                .map(one -> mayHaveNonce(one.role()))
                .or(() -> request.map(one -> one.kind() == Kind.SCRIPT || one.kind() == Kind.STYLE))
                .orElseGet(() -> refusal.isBy("worker-src"));
    }

    private static boolean mayHaveNonce(Role role) {
        return switch (role) {
            case SCRIPT, MODULE, WORKER, STYLE -> true;
            case DOCUMENT, IMAGE, ICON, FONT, JSON, SOURCE_MAP, MANIFEST, OTHER -> false;
        };
    }

    /** A picture within the text of a file, and the icon that browsers ask for by themselves. */
    private static boolean isNobodysLoss(URI url) {
        return url.getHost() == null || "/favicon.ico".equals(url.getPath());
    }

    private static String noun(Blocking refusal) {
        if (refusal.isBy("connect-src")) {
            return "call of";
        }
        return refusal.isBy("worker-src") ? "worker's script" : "address";
    }

    private static String noun(Kind kind) {
        return switch (kind) {
            case CALL, BEACON, STREAM -> "call of";
            case FRAME, DOCUMENT -> "document";
            case SCRIPT, STYLE, IMAGE, FONT, MANIFEST, OTHER -> kind.name().toLowerCase(Locale.ROOT);
        };
    }

    /** The asset that is meant; of a frame the browser names the origin alone. */
    private Optional<Asset> asset(URI url, Blocking refusal) {
        boolean isOrigin =
                refusal.url().equals(Origins.of(url)) || refusal.url().equals(Origins.of(url) + "/");
        return view.assets().stream()
                .filter(asset -> asset.url().equals(url)
                        || asset.requests().stream()
                                .anyMatch(request -> request.finalUrl().equals(url))
                        || isOrigin && asset.role() == Role.DOCUMENT && Origins.isSame(asset.url(), url))
                .findFirst();
    }

    private Optional<BrowserRequest> request(URI url) {
        return Requests.of(page).stream()
                .filter(request ->
                        request.url().equals(url) || request.finalUrl().equals(url))
                .findFirst();
    }

    private static Optional<URI> url(Blocking refusal) {
        try {
            return Optional.of(new URI(refusal.url()));
        } catch (java.net.URISyntaxException odd) {
            // Browsers are more generous about URLs; the console still tells of it.
            return Optional.empty();
        }
    }
}
