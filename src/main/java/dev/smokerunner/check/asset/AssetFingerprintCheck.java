package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.filename.UrlFingerprint;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds fingerprints that the bytes contradict, and scripts and style sheets that lack one where the others have one.
 *
 * <p>A fingerprint that is no digest of the bytes proves nothing: tools hash sources, salts and paths as well. Only where
 * other assets of the page carry the digest of their own bytes in the same form is one that does not wrong.
 */
public record AssetFingerprintCheck() implements Check {
    private static final Kind CONTRADICTED = Kind.cause("fingerprint-contradicted");

    /** One match of eight digits may be chance in a large site; two in one form are a rule. */
    private static final int ENOUGH = 2;

    @Override
    public String name() {
        return "asset-fingerprint";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<Asset> assets = view.assets();
        List<HashedAsset> hashed = view.served().stream()
                .flatMap(served -> HashedAsset.of(served).stream())
                .toList();
        List<Detection> findings = new ArrayList<>();
        for (HashedAsset one : hashed) {
            scheme(one, hashed).map(digest -> contradiction(one, digest)).ifPresent(findings::add);
        }
        findings.addAll(PlainAssets.findings(name(), page, assets));
        long subjects = assets.stream()
                .filter(asset -> UrlFingerprint.in(asset.url()).isPresent())
                .count();
        return subjects == 0 && findings.isEmpty()
                ? Judgement.skipped(name(), "no asset of the page has a fingerprint")
                : Judgement.judged(name(), (int) subjects, findings);
    }

    /** The digest that the fingerprint should be and is not, where others prove that it should. */
    private static Optional<NameDigest> scheme(HashedAsset one, List<HashedAsset> hashed) {
        if (one.hasAny() || one.isRewritten()) {
            return Optional.empty();
        }
        return Arrays.stream(NameDigest.values())
                .filter(digest -> isProven(digest, one, hashed))
                .findFirst();
    }

    private static boolean isProven(NameDigest digest, HashedAsset one, List<HashedAsset> hashed) {
        List<HashedAsset> proofs = hashed.stream()
                .filter(other -> other.isLike(one) && other.has(digest))
                .toList();
        return proofs.size() >= ENOUGH && proofs.stream().anyMatch(one::isOfSameKind);
    }

    private Detection contradiction(HashedAsset one, NameDigest digest) {
        Asset asset = one.asset();
        boolean isQuery = one.fingerprint().place() == UrlFingerprint.Place.QUERY;
        return asset.detection(name(), CONTRADICTED)
                .impact(Severity.SEV3)
                .message(asset.title() + " has other bytes than its fingerprint says: others on the page carry the "
                        + digest.label() + " of their bytes, and it carries that of something else")
                .expected(digest.label() + " " + one.fingerprint().text())
                .actual(digest.label() + " " + one.digests().getOrDefault(digest, ""))
                .hint(
                        isQuery
                                ? "a cache that ignores the query serves the bytes of another release: purge it, or put"
                                        + " the fingerprint into the name"
                                : "the bytes of another release, or changed ones, were uploaded under this name: upload"
                                        + " the file again and purge it")
                .reproduce(Reproduction.sum(asset.url(), digest.program()))
                .build();
    }
}
