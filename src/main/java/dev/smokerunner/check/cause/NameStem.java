package dev.smokerunner.check.cause;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file's name without what builds put into it.
 *
 * @param stem the name without folder, extension, fingerprint and {@code min}
 * @param extension the part after the last dot; empty where there is none
 */
record NameStem(String stem, String extension) {
    private static final Pattern SEPARATOR = Pattern.compile("[.\\-_~]");
    private static final Pattern HEX = Pattern.compile("(?=.*[0-9])[0-9a-f]{4,64}");
    /** Hashes in other alphabets, as Vite, Rollup and esbuild write them. */
    private static final Pattern OTHER_HASH = Pattern.compile("(?=.*[0-9A-Z])(?=.*[a-zA-Z])[0-9A-Za-z]{8,24}");

    static NameStem of(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String extension = dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
        String name = dot < 0 ? file : file.substring(0, dot);
        String stem = Arrays.stream(SEPARATOR.split(name))
                .filter(part -> !part.isEmpty() && !part.equals("min") && !isHash(part))
                .collect(Collectors.joining("-"));
        return new NameStem(stem, extension);
    }

    /** Whether two files are builds of one source. */
    boolean isSameAs(NameStem other) {
        return !stem.isEmpty() && equals(other);
    }

    private static boolean isHash(String part) {
        return HEX.matcher(part).matches() || OTHER_HASH.matcher(part).matches();
    }
}
