package dev.smokerunner.doctor;

import java.util.Locale;

/** Numbers of bytes, for people. */
final class Sizes {
    private Sizes() {}

    static String words(long bytes) {
        long mega = bytes >> 20;
        return mega < 10_000 ? mega + " MB" : String.format(Locale.ROOT, "%.1f GB", mega / 1024.0);
    }
}
