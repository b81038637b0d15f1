package dev.smokerunner.observation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file, taken apart as build tools put it together: folder, stem, fingerprint, extension.
 *
 * @param folder the path before the name with its last slash; empty at the top
 * @param stem the name without extension
 * @param extension the extension in lower case without dot; empty where it has none
 * @param fingerprint the part of the stem that looks computed from the file's bytes or its build
 */
public record FileName(String folder, String stem, String extension, Optional<String> fingerprint) {
    /** What tools add to a name for another form of the same code. */
    private static final Set<String> FORMS = Set.of(
            "min",
            "slim",
            "debug",
            "dev",
            "development",
            "prod",
            "production",
            "es",
            "es5",
            "es6",
            "es2015",
            "esm",
            "umd",
            "mjs",
            "cjs",
            "iife",
            "amd",
            "bundle",
            "legacy",
            "module",
            "modern",
            "core",
            "all",
            "full",
            "lite",
            "pkgd",
            "packed",
            "pack",
            "compressed",
            "src",
            "max",
            "rtl",
            "common",
            "global",
            "browser",
            "system",
            "standalone");

    private static final Pattern SEPARATOR = Pattern.compile("[.~_-]");
    /** Eight characters of base 64 for URLs, which may hold separators themselves. */
    private static final Pattern BASE_64 = Pattern.compile("[.-]([A-Za-z0-9_-]{8})$");

    /** Words as people write them: in one case, or each begun by a capital. */
    private static final Pattern WORDS = Pattern.compile("[a-z]*|[A-Z]*|[A-Z]?[a-z]+([A-Z][a-z]+)*");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{6,}");
    private static final Pattern WORD_AND_NUMBER = Pattern.compile("[A-Za-z]+[0-9]{1,4}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{8,}");
    private static final Pattern UPPER_CODE = Pattern.compile("[A-Z2-7]{8}");
    private static final Pattern TIME = Pattern.compile("[0-9]{10,17}");
    private static final int LONG_HEX = 8;
    private static final int SURE_CHANGES = 4;

    /** Rejects null. */
    public FileName {
        requireNonNull(folder);
        requireNonNull(stem);
        requireNonNull(extension);
        requireNonNull(fingerprint);
    }

    /** Takes a key or a path apart. */
    public static FileName of(String key) {
        int slash = key.lastIndexOf('/') + 1;
        String base = key.substring(slash);
        int dot = base.lastIndexOf('.');
        String stem = dot > 0 ? base.substring(0, dot) : base;
        String extension = dot > 0 ? base.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        return new FileName(key.substring(0, slash), stem, extension, fingerprintOf(stem));
    }

    /** Takes the path of an address apart: what follows {@code ?} or {@code #} is no part of the name. */
    public static FileName ofAddress(String address) {
        return of(address.split("[?#]", 2)[0]);
    }

    /** Whether it ends as build tools end names that write eight characters of base 64. */
    public boolean endsInBase64() {
        return lastEight(stem).filter(FileName::isMixed).isPresent();
    }

    /**
     * The same name, read as one that {@link #endsInBase64} like those beside it: eight characters may hold no digit, and are
     * a fingerprint then unless they are words.
     */
    public FileName amongBase64() {
        return new FileName(
                folder, stem, extension, fingerprint.or(() -> lastEight(stem).filter(FileName::isNoWords)));
    }

    /** Whether it is a script by its name. */
    public boolean isScript() {
        return extension.equals("js") || extension.equals("mjs");
    }

    /** Whether it is a style sheet by its name. */
    public boolean isStyle() {
        return extension.equals("css");
    }

    /** The parts of the stem between separators. */
    public List<String> parts() {
        return List.of(SEPARATOR.split(stem, -1));
    }

    /** What the file is called in each of its forms and builds: its parts without fingerprint and form, in lower case. */
    public String plain() {
        String bare = fingerprint.map(print -> withoutLast(stem, print)).orElse(stem);
        List<String> kept = new ArrayList<>();
        for (String part : SEPARATOR.split(bare, -1)) {
            String lowered = part.toLowerCase(Locale.ROOT);
            if (!lowered.isEmpty() && !FORMS.contains(lowered) && !isNumber(lowered)) {
                kept.add(lowered);
            }
        }
        return String.join("-", kept);
    }

    private static String withoutLast(String text, String part) {
        int at = text.lastIndexOf(part);
        return text.substring(0, at) + text.substring(at + part.length());
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> fingerprintOf(String stem) {
        Optional<String> base64 = lastEight(stem).filter(FileName::isMixed);
        if (base64.isPresent()) {
            return base64;
        }
        String[] parts = SEPARATOR.split(stem, -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (i == 0 ? isSurely(parts[i]) : isFingerprint(parts[i])) {
                return Optional.of(parts[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lastEight(String stem) {
        Matcher last = BASE_64.matcher(stem);
        return last.find() ? Optional.of(last.group(1)) : Optional.empty();
    }

    private static boolean isNoWords(String text) {
        return Arrays.stream(SEPARATOR.split(text))
                .anyMatch(part -> !WORDS.matcher(part).matches());
    }

    /** A name may consist of nothing else, but a word with a number in it is more often a name. */
    private static boolean isSurely(String part) {
        return part.length() >= LONG_HEX && HEX.matcher(part).matches() && changes(part) > 1
                || CODE.matcher(part).matches() && changes(part) >= SURE_CHANGES;
    }

    private static boolean isFingerprint(String part) {
        if (TIME.matcher(part).matches() || HEX.matcher(part).matches() && changes(part) > 0) {
            return true;
        }
        if (!CODE.matcher(part).matches() || WORD_AND_NUMBER.matcher(part).matches()) {
            return false;
        }
        return UPPER_CODE.matcher(part).matches() || isMixed(part) || changes(part) > 2;
    }

    private static boolean isMixed(String part) {
        return !WORD_AND_NUMBER.matcher(part).matches()
                && part.chars().anyMatch(c -> c >= '0' && c <= '9')
                && part.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && part.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
                && !part.contains("--");
    }

    /** How often letters turn into digits or back. */
    private static int changes(String part) {
        int changes = 0;
        for (int i = 1; i < part.length(); i++) {
            changes += Character.isDigit(part.charAt(i)) != Character.isDigit(part.charAt(i - 1)) ? 1 : 0;
        }
        return changes;
    }
}
