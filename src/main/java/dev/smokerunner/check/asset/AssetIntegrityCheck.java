package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RefusalFact.UncomparedDigest;
import dev.smokerunner.observation.RefusalFact.UnreadIntegrity;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds scripts and style sheets whose bytes are not those that their {@code integrity} asks for, and files whose bytes a
 * list of the deployment's own contradicts.
 *
 * <p>The browser's word counts; where it did not ask, the bytes that plain HTTP got are compared. What other sites deliver
 * is Sev 4, as all that third parties fail to do; what breaks by it raises that.
 */
public record AssetIntegrityCheck() implements Check {
    /** A file with other bytes than were stated for it. */
    static final Kind MISMATCH = Kind.cause("integrity-mismatch").evenIfMild().byTheBrowser();

    private static final Kind UNCHECKED =
            Kind.cause("integrity-without-cors").evenIfMild().byTheBrowser();
    private static final Kind MEANINGLESS =
            Kind.cause("integrity-meaningless").evenIfMild().byTheBrowser();

    @Override
    public String name() {
        return "asset-integrity";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<IntegrityClaim> claims = IntegrityClaim.of(page);
        Map<String, IntegrityRefusal> refusals = IntegrityRefusal.of(page);
        AssetDigests digests = new AssetDigests(page);
        Map<URI, Detection> findings = new LinkedHashMap<>();
        for (IntegrityClaim claim : claims) {
            Optional<IntegrityRefusal> refusal =
                    Optional.ofNullable(refusals.get(claim.url().toString()));
            trouble(view, digests, claim, refusal)
                    .ifPresent(finding -> findings.merge(claim.url(), finding, AssetIntegrityCheck::worse));
        }
        claims.forEach(claim -> refusals.remove(claim.url().toString()));
        findings.replaceAll(
                (url, found) -> found.toBuilder().loses(view.losses(url)).build());
        List<Detection> all = new ArrayList<>(findings.values());
        ListedDigests listed = new ListedDigests(view, refusals);
        all.addAll(listed.findings(name()));
        listed.claimed().forEach(url -> refusals.remove(url.toString()));
        refusals.values().stream()
                .filter(refusal ->
                        expected.assets().ignored().stream().noneMatch(pattern -> pattern.matches(refusal.url())))
                .forEach(refusal -> all.add(unclaimed(view, refusal)));
        int subjects = claims.size() + listed.claimed().size();
        return subjects == 0 && all.isEmpty()
                ? Judgement.skipped(name(), "no tag of the page has an integrity")
                : Judgement.judged(name(), Math.max(subjects, all.size()), all);
    }

    private static Detection worse(Detection one, Detection other) {
        return other.impact().isAtLeast(one.impact()) && !one.impact().isAtLeast(other.impact()) ? other : one;
    }

    private Optional<Detection> trouble(
            PageView view, AssetDigests digests, IntegrityClaim claim, Optional<IntegrityRefusal> refusal) {
        PageObservation page = view.observation();
        if (claim.integrity().digest().isEmpty()) {
            return Optional.of(meaningless(page, claim));
        }
        if (claim.lacksCors(page.url())) {
            return Optional.of(unchecked(view, claim));
        }
        Optional<String> actual = refusal.isPresent()
                ? refusal.filter(said -> !claim.integrity().accepts(said.digest()))
                        .map(IntegrityRefusal::digest)
                : seenByPlainHttp(page, digests, claim);
        return actual.map(digest -> {
            DetectionBuilder finding =
                    mismatch(page, claim, digest).hint(new IntegrityHint(digests, claim.integrity()).of(claim.url()));
            refusal.ifPresent(said -> finding.evidence(List.of(said.line())).said(List.of(said.said())));
            return finding.build();
        });
    }

    /** The digest of the bytes that plain HTTP got, where the browser did not look at them and they do not match. */
    private static Optional<String> seenByPlainHttp(PageObservation page, AssetDigests digests, IntegrityClaim claim) {
        boolean wasLookedAt = page.requestsFor(claim.url()).stream().anyMatch(BrowserRequest::isOk);
        if (wasLookedAt) {
            return Optional.empty();
        }
        return digests.bytes(claim.url())
                .filter(bytes -> !claim.integrity().accepts(bytes))
                .flatMap(bytes -> claim.integrity().digest().map(digest -> digest.of(bytes)));
    }

    private DetectionBuilder mismatch(PageObservation page, IntegrityClaim claim, String actual) {
        boolean isStyle = claim.reference().role() == dev.smokerunner.observation.Role.STYLE;
        String consequence = claim.isPreload()
                ? "what was preloaded is thrown away"
                : isStyle ? "browsers do not apply it" : "browsers do not run it";
        String algorithm = actual.split("-", 2)[0];
        return finding(page, MISMATCH, claim)
                .message(title(claim), Verb.DO, " not have the bytes that its integrity asks for: " + consequence)
                .trouble(claim.isPreload(), isStyle)
                .expected(String.join(" or ", claim.integrity().values()))
                .actual(actual)
                .reproduce(Reproduction.integrity(claim.url(), algorithm));
    }

    private Detection unchecked(PageView view, IntegrityClaim claim) {
        PageObservation page = view.observation();
        DetectionBuilder finding = finding(page, UNCHECKED, claim);
        if (view.lostScripts().hasOwnCode(Requests.host(claim.url()))) {
            finding.impact(Severity.SEV2);
        }
        return finding.trouble()
                .message(
                        title(claim),
                        Verb.BE,
                        " blocked: its tag has an integrity and no crossorigin, so browsers may not"
                                + " compare bytes of another origin")
                .expected("crossorigin=\"anonymous\" on the tag")
                .actual("no crossorigin")
                .evidence(Errors.of(page).stream()
                        .filter(message -> message.facts()
                                .contains(new UncomparedDigest(claim.url().toString())))
                        .map(message -> Format.line(message.quote()))
                        .toList())
                .hint("add crossorigin=\"anonymous\"; " + claim.url().getHost()
                        + " must then answer with Access-Control-Allow-Origin")
                .build();
    }

    private Detection meaningless(PageObservation page, IntegrityClaim claim) {
        String integrity = claim.element().attribute("integrity").orElse("");
        return finding(page, MEANINGLESS, claim)
                .impact(Severity.SEV4)
                .message("the integrity of " + title(claim)
                        + " says nothing that browsers understand: they use the file" + " unchecked")
                .expected("sha256-, sha384- or sha512- and a digest in base64")
                .actual(Format.line(integrity, 200))
                .evidence(Errors.of(page).stream()
                        .filter(message ->
                                message.facts(UnreadIntegrity.class).anyMatch(unread -> unread.isOf(integrity)))
                        .map(message -> Format.line(message.quote()))
                        .toList())
                .reproduce(Reproduction.integrity(claim.url(), Digest.SHA384.label()))
                .build();
    }

    /** What the browser refused by an integrity that no tag has: an import map's, or one that a script wrote. */
    private Detection unclaimed(PageView view, IntegrityRefusal refusal) {
        PageObservation page = view.observation();
        Optional<Asset> asset = Urls.of(refusal.url()).flatMap(view::asset);
        String noun = asset.map(Asset::noun).orElse("file");
        return Detection.on(
                        page.url(),
                        name(),
                        MISMATCH,
                        asset.map(Asset::impact).orElse(Severity.SEV4),
                        Urls.of(refusal.url())
                                .map(Subject::of)
                                .orElseGet(() -> new Subject.Code(refusal.url(), refusal.url())))
                .message(
                        "the " + noun + " " + refusal.url(), Verb.DO, " not have the bytes that its integrity asks for")
                .trouble()
                .loses(asset.map(Asset::losses).orElse(Set.of()))
                .said(List.of(refusal.said()))
                .expected("the digest that the page's import map or scripts name")
                .actual(refusal.digest())
                .where(asset.flatMap(Asset::where))
                .evidence(List.of(refusal.line()))
                .attempts(page.attempts())
                .build();
    }

    private static String title(IntegrityClaim claim) {
        return "the " + Asset.noun(claim.reference().role()) + " " + claim.url();
    }

    private DetectionBuilder finding(PageObservation page, Kind kind, IntegrityClaim claim) {
        boolean isNeeded = claim.reference().firstParty()
                && !claim.isPreload()
                && claim.element().attribute("nomodule").isEmpty();
        return Detection.on(page.url(), name(), kind, isNeeded ? Severity.SEV2 : Severity.SEV4, claim.url())
                .where(Locations.of(page, claim.reference()))
                .reproduce(Reproduction.headers(claim.url()))
                .attempts(page.attempts());
    }
}
