package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.Body;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A digest that somebody states, ready to be compared with bytes: in hexadecimal by its length, else as browsers read
 * {@code integrity}.
 *
 * @param text the digest as it stands there
 */
record StatedBytes(String text) {

    /** Its digest in hexadecimal; absent where it is written as {@code integrity}. */
    private Optional<NameDigest> hex() {
        for (NameDigest digest : NameDigest.values()) {
            if (text.length() == digest.length() && text.matches("[0-9a-fA-F]+")) {
                return Optional.of(digest);
            }
        }
        return Optional.empty();
    }

    /** Whether these are the bytes; also where it says nothing that anybody understands. */
    boolean accepts(byte[] bytes) {
        return hex().map(digest -> digest.of(bytes).equals(text.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> Integrity.of(text).accepts(bytes));
    }

    /** The same digest of what is served, as it is stated; absent where it cannot be known, or nothing is stated. */
    Optional<String> of(Body body) {
        Optional<NameDigest> hex = hex();
        if (hex.isPresent()) {
            return hex.flatMap(digest -> hex(digest, body));
        }
        return Integrity.of(text).digest().flatMap(digest -> integrity(digest, body));
    }

    private static Optional<String> hex(NameDigest digest, Body body) {
        if (!body.isCut()) {
            return Optional.of(digest.of(body.start((int) body.length())));
        }
        return digest == NameDigest.SHA256 ? sha256(body) : body.taken(digest.label());
    }

    private static Optional<String> integrity(Digest digest, Body body) {
        if (!body.isCut()) {
            return Optional.of(digest.of(body.start((int) body.length())));
        }
        return digest == Digest.SHA256
                ? sha256(body)
                        .map(hex -> digest.label() + "-"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(hex)))
                : Optional.empty();
    }

    private static Optional<String> sha256(Body body) {
        return Optional.of(body.sha256()).filter(known -> !known.isEmpty());
    }

    /** Whether what is served has that digest. */
    boolean isEqual(String served) {
        return hex().isPresent()
                ? served.equalsIgnoreCase(text)
                : Integrity.of(text).accepts(served);
    }

    /** The digest for people, with its kind. */
    String words(String digest) {
        return hex().map(kind -> kind.label() + " " + digest).orElse(digest);
    }

    /** A command that shows the digest of what is served. */
    Reproduction reproduce(URI url) {
        return hex().map(kind -> Reproduction.sum(url, kind.program())).orElseGet(() -> Integrity.of(text)
                .digest()
                .map(kind -> Reproduction.integrity(url, kind.label()))
                .orElseGet(() -> Reproduction.headers(url)));
    }
}
