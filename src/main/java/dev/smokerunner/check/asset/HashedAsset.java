package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.filename.UrlFingerprint;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An asset whose URL carries what may be a digest of its bytes.
 *
 * @param asset the asset
 * @param fingerprint what its URL carries, in lower-case hex
 * @param digests the digests that its bytes have, as far as the fingerprint is long
 * @param isRewritten whether its text names other files by their fingerprints: tools put those in after they made its own
 */
record HashedAsset(Asset asset, UrlFingerprint fingerprint, Map<NameDigest, String> digests, boolean isRewritten) {
    private static final Set<Role> CODE = EnumSet.of(Role.SCRIPT, Role.MODULE, Role.STYLE);
    /** Two digests agree in fewer digits by chance. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8,64}");

    /** The asset with its digests, if it has a fingerprint that may be one and all its bytes are there. */
    static Optional<HashedAsset> of(ServedAsset served) {
        Asset asset = served.asset();
        if (!CODE.contains(asset.role())) {
            return Optional.empty();
        }
        Optional<UrlFingerprint> fingerprint = UrlFingerprint.ofFile(asset.url())
                .filter(one -> DIGEST.matcher(one.text()).matches());
        Optional<Body> body =
                served.body().filter(one -> one.length() > 0 && !one.isCut() && !MediaTypes.looksLikeHtml(one));
        return fingerprint.isPresent() && body.isPresent()
                ? Optional.of(of(asset, fingerprint.get(), body.get()))
                : Optional.empty();
    }

    private static HashedAsset of(Asset asset, UrlFingerprint fingerprint, Body body) {
        int length = fingerprint.text().length();
        byte[] bytes = body.start(Integer.MAX_VALUE);
        Map<NameDigest, String> digests = new EnumMap<>(NameDigest.class);
        for (NameDigest digest : NameDigest.values()) {
            String whole = digest.of(bytes);
            if (whole.length() >= length) {
                digests.put(digest, whole.substring(0, length));
            }
        }
        Pattern others = Pattern.compile("(?<![0-9a-fA-F])[0-9a-f]{" + length + "}(?![0-9a-fA-F])");
        return new HashedAsset(
                asset, fingerprint, digests, others.matcher(body.text()).find());
    }

    /** Whether its fingerprint is this digest of its bytes. */
    boolean has(NameDigest digest) {
        return fingerprint.text().equals(digests.get(digest));
    }

    /** Whether its fingerprint is any digest of its bytes. */
    boolean hasAny() {
        return digests.containsValue(fingerprint.text());
    }

    /** Whether the same tool made both fingerprints, as far as their form tells. */
    boolean isLike(HashedAsset other) {
        return fingerprint.place() == other.fingerprint.place()
                && fingerprint.text().length() == other.fingerprint.text().length();
    }

    /** Whether the same step of a build made both: scripts and style sheets may be changed after they were hashed. */
    boolean isOfSameKind(HashedAsset other) {
        return (asset.role() == Role.STYLE) == (other.asset.role() == Role.STYLE);
    }
}
