package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
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
                .flatMap(this::variant)
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

    private Optional<String> variant(Body body) {
        if (body.isCut()) {
            return Optional.empty();
        }
        // One character for each byte, so that nothing but what is named here changes.
        String text = body.text(StandardCharsets.ISO_8859_1);
        String unix = text.replace("\r\n", "\n");
        String mark = "\u00ef\u00bb\u00bf";
        Map<String, String> variants = new LinkedHashMap<>();
        variants.put(unix, "the file's line endings were changed from LF to CRLF after its digest was taken");
        variants.put(
                unix.replace("\n", "\r\n"),
                "the file's line endings were changed from CRLF to LF after its digest was taken");
        variants.put(text + "\n", "the file lost its last line break after its digest was taken");
        variants.put(text.stripTrailing(), "white space was added to the end of the file after its digest was taken");
        variants.put(mark + text, "the file lost its byte order mark after its digest was taken");
        variants.put(text.replaceFirst("^" + mark, ""), "a byte order mark was added after the digest was taken");
        return variants.entrySet().stream()
                .filter(variant -> integrity.accepts(variant.getKey().getBytes(StandardCharsets.ISO_8859_1)))
                .map(Map.Entry::getValue)
                .findFirst();
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
