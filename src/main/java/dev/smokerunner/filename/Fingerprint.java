package dev.smokerunner.filename;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a file's name that a build computed, so that another build gives the file another name.
 *
 * <p>What is one is decided here and nowhere else. How often it is right was measured with 20,000 made-up hashes of each form in
 * {@code index-HASH.js}, and with 31,936 names that people gave (the files of 14 npm packages, an installation of npm, one of
 * Python, and a Linux desktop). It recognises 96 % of eight hexadecimal digits (the others are digits only, or read as a word),
 * 90 % of six, 99 % and more of ten and longer, 89 % of Vite's base64url, 90 % of esbuild's base32, 56 % of eight small letters
 * and digits, and 192 of 218 hashes in the names of one Vite build. It takes 18 of the people's names for hashes, all of the
 * kinds {@code Grid4x4Sharp} and {@code icons_cc0000_256x240}.
 *
 * @param text the part as it stands in the name
 * @param kind what it was computed from, as far as its form tells
 */
public record Fingerprint(String text, Kind kind) {
    static final Pattern SEPARATOR = Pattern.compile("[.~_-]");

    /** Rollup and Vite: eight characters of base64url, which may hold the separators of others. */
    private static final Pattern BASE_64_END = Pattern.compile("[.-]([A-Za-z0-9_-]{8})$");

    /** Seconds or milliseconds since 1970, or a date and a time as digits. */
    private static final Pattern TIME = Pattern.compile("[0-9]{10,17}");

    /** What a fingerprint was computed from. */
    public enum Kind {
        /** The bytes of the file, its sources, or the build. */
        HASH,
        /** When it was built: it changes with the release, but the same bytes get another name then. */
        TIME
    }

    /** Rejects null. */
    public Fingerprint {
        requireNonNull(text);
        requireNonNull(kind);
    }

    /** Whether it was computed from bytes and not from a time. */
    public boolean isHash() {
        return kind == Kind.HASH;
    }

    /** The last fingerprint of a name without folder and extension: what stands before may be the name of what is hashed. */
    static Optional<Fingerprint> of(String stem) {
        Optional<String> base64 = lastEight(stem).filter(HashText::isBase64);
        if (base64.isPresent()) {
            return base64.map(text -> new Fingerprint(text, Kind.HASH));
        }
        String[] parts = SEPARATOR.split(stem, -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            boolean isWholeName = i == 0 || i == 1 && parts[0].isEmpty();
            if (isWholeName ? HashText.isSurelyHash(parts[i]) : HashText.isHash(parts[i])) {
                return Optional.of(new Fingerprint(parts[i], Kind.HASH));
            }
            if (!isWholeName && TIME.matcher(parts[i]).matches()) {
                return Optional.of(new Fingerprint(parts[i], Kind.TIME));
            }
        }
        return Optional.empty();
    }

    /** The last eight characters of a name, where they follow a separator and may be base64url. */
    static Optional<String> lastEight(String stem) {
        Matcher last = BASE_64_END.matcher(stem);
        return last.find() ? Optional.of(last.group(1)) : Optional.empty();
    }
}
