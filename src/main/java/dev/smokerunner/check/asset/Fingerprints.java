package dev.smokerunner.check.asset;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Says which files change their names with their bytes, so that what uploads them and what checks them go by one rule: caches
 * are told to keep a file for ever by the one, and expected to by the other.
 */
public final class Fingerprints {
    private Fingerprints() {}

    /** Whether the name of a file has a fingerprint; its folder does not count, and neither do versions and dates. */
    public static boolean isIn(String key) {
        try {
            return Fingerprint.ofFile(new URI(null, null, "/" + key, null)).isPresent();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
