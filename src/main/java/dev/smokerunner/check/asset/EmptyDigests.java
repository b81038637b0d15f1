package dev.smokerunner.check.asset;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows names that say that a file was empty when it was built, because they carry the digest of nothing. */
final class EmptyDigests {
    /**
     * MD4, MD5, SHA-1, SHA-256 and xxHash64 in hex, SHA-256 in base64 for URLs, and what Vite 5 to 7 and Angular's builder
     * make of nothing: the style sheet of a new project is often empty, and still linked.
     */
    private static final Pattern IN_NAME =
            Pattern.compile("(?i:[.-](?:31d6cfe0|d41d8cd9|da39a3ee|e3b0c442|ef46db37)[0-9a-f]*\\.)"
                    + "|[.-](?:47DEQpj8[\\w-]*|tn0RQdqM|5INURTSO)\\.");

    private EmptyDigests() {}

    static boolean isIn(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return IN_NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).find();
    }
}
