package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

/**
 * What the deployment itself says of a file's bytes, and who looks whether it is true.
 *
 * @param text a digest in hexadecimal (MD5, SHA-1 or SHA-256 by its length), or as {@code integrity} attributes write it
 * @param keeper who compares it with what is served
 */
public record StatedDigest(String text, Keeper keeper) {

    /** Rejects null. */
    public StatedDigest {
        requireNonNull(text);
        requireNonNull(keeper);
    }

    /** Who looks whether a stated digest is true, and what is lost where it is not. The one that loses most is the first. */
    public enum Keeper {
        /** A service worker that refuses the whole release for one file. */
        RELEASE,
        /** What starts the application: without the file it does not start. */
        START,
        /** The page's import map: the browser does not run the module. */
        MODULES,
        /** Who loads the file when it is needed, a service worker or the application. */
        LATER,
        /** A list by which others put {@code integrity} on tags. */
        MANIFEST,
        /** A service worker that keeps the file under this name and compares nothing; it need be no digest at all. */
        REVISION;

        /** Whether all is lost where one file is not what is stated. */
        public boolean isStrict() {
            return this == RELEASE || this == START;
        }
    }
}
