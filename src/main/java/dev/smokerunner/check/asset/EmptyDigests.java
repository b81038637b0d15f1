package dev.smokerunner.check.asset;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows names that say that a file was empty when it was built, because they carry the digest of nothing. */
final class EmptyDigests {
    /**
     * What stands for no bytes at all in a name: the start of each digest, since tools cut them. The last two are what tools make
     * of no bytes and more; without them a new project with an empty style sheet has a file that is damaged.
     */
    private static final Pattern IN_NAME = Pattern.compile("[.-](?:"
            + "(?i:31d6cfe0[0-9a-f]*" // MD4, the default of webpack 4 and 5
            + "|d41d8cd9[0-9a-f]*" // MD5
            + "|da39a3ee[0-9a-f]*" // SHA-1
            + "|e3b0c442[0-9a-f]*" // SHA-256
            + "|ef46db37[0-9a-f]*)" // xxHash64, which webpack offers instead of MD4
            + "|47DEQpj8[\\w-]*" // SHA-256 in base64 for URLs
            + "|tn0RQdqM" // an empty style sheet built with Vite 5 to 7 (7.3.8 does; 8.4.0 writes no such file)
            + "|5INURTSO" // an empty style sheet of a new project built with Angular's esbuild builder
            + ")\\.");

    private EmptyDigests() {}

    static boolean isIn(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return IN_NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).find();
    }
}
