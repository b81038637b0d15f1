package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import java.net.URI;
import java.util.Optional;

/** Tells what became of bytes that no longer match their digest. */
final class IntegrityHint {
    private static final String CHANGED = "the file changed after its digest was taken: a CDN or proxy minifies or"
            + " re-encodes it, or page and file are of different releases";

    private final AssetDigests digests;
    private final Integrity integrity;

    IntegrityHint(AssetDigests digests, Integrity integrity) {
        this.digests = digests;
        this.integrity = integrity;
    }

    /** What probably happened. */
    String of(URI url) {
        if (integrity.values().stream().anyMatch(IntegrityHint::isHex)) {
            return "the digest is written in hex: integrity wants base64";
        }
        if (integrity.accepts(new byte[0])) {
            return "the digest is that of an empty file: it was taken before the file was written";
        }
        Optional<HttpResponse> answer = digests.served(url);
        return answer.map(HttpResponse::body)
                .flatMap(body -> Rewriting.of(body, integrity::accepts))
                .filter(Rewriting::isProven)
                .map(rewriting -> rewriting.words() + " after its digest was taken")
                .or(() -> exchanged(url))
                .or(() -> answer.map(HttpResponse::headers).flatMap(IntegrityHint::cached))
                .orElse(CHANGED);
    }

    private static boolean isHex(String value) {
        Optional<Digest> digest = Digest.named(value.split("-", 2)[0]);
        return digest.isPresent()
                && value.split("-", 2)[1].matches(
                        "[0-9a-fA-F]{" + 2 * digest.get().length() + "}");
    }

    private Optional<String> exchanged(URI url) {
        return digests.acceptedBy(integrity).stream()
                .filter(other -> !other.equals(url))
                .findFirst()
                .map(other -> "the digest is that of " + other);
    }

    private static Optional<String> cached(Headers headers) {
        return headers.first("age")
                .filter(age -> age.matches("[1-9]\\d{0,9}"))
                .map(age -> CHANGED + "; the answer is " + age + " s old, from a cache: purge it");
    }
}
