package dev.smokerunner.filename;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of a file, taken apart as build tools put it together: folder, stem, fingerprint, extension.
 *
 * @param folder the path before the name with its last slash; empty at the top
 * @param stem the name without extension
 * @param extension the extension in lower case without dot; empty where it has none
 * @param fingerprint the part of the stem that a build computed
 */
public record FileName(String folder, String stem, String extension, Optional<Fingerprint> fingerprint) {
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

    /** Stands for what changes from build to build. */
    private static final String ANY = "*";

    /** Too short to be a fingerprint for certain; beside another name that is the same but for it, it is one. */
    private static final Pattern SHORT_HASH = Pattern.compile("(?=.*[0-9])(?=.*[a-f])[0-9a-f]{4,}");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,}");

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
        return new FileName(key.substring(0, slash), stem, extension, Fingerprint.of(stem));
    }

    /** Takes the path of an address apart: what follows {@code ?} or {@code #} is no part of the name. */
    public static FileName ofAddress(String address) {
        return of(address.split("[?#]", 2)[0]);
    }

    /** Whether it ends as build tools end names that write eight characters of base 64. */
    public boolean endsInBase64() {
        return Fingerprint.lastEight(stem)
                .filter(text -> text.chars().anyMatch(Character::isDigit))
                .filter(HashText::isBase64)
                .isPresent();
    }

    /**
     * The same name, read as one that {@link #endsInBase64} like those beside it: eight characters may hold no digit, and are
     * a fingerprint then unless they are words.
     */
    public FileName amongBase64() {
        return new FileName(folder, stem, extension, fingerprint.or(() -> Fingerprint.lastEight(stem)
                .filter(text -> !HashText.isSpeltAsWords(text))
                .map(text -> new Fingerprint(text, Fingerprint.Kind.HASH))));
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
        return List.of(Fingerprint.SEPARATOR.split(stem, -1));
    }

    /** What the file is called in each of its forms and builds: its parts without fingerprint and form, in lower case. */
    public String plain() {
        return joined(part -> !isNumber(part));
    }

    /** Whether two files are builds or forms of one source, whatever their folders; {@code page-1} is not {@code page-2}. */
    public boolean isOtherBuildOf(FileName other) {
        String name = joined(FileName::isNoShortHash);
        return extension.equals(other.extension)
                && !name.isEmpty()
                && name.equals(other.joined(FileName::isNoShortHash));
    }

    private static boolean isNoShortHash(String part) {
        return !SHORT_HASH.matcher(part).matches();
    }

    /** Whether its name changes with its bytes; a time in it does not. */
    public boolean hasHash() {
        return fingerprint.filter(Fingerprint::isHash).isPresent();
    }

    /**
     * The same for every build: {@code assets/index-*.js}, also where the hash is a folder. It is more eager than {@link
     * #fingerprint}: a hash of one build that looks like a number must not give another name than that of the next build, and
     * two files of one name in one folder are rarely mistaken for each other.
     */
    public String acrossBuilds() {
        String folders = Arrays.stream(folder.split("/", -1))
                .map(part -> HashText.isHash(part) ? ANY : part)
                .collect(Collectors.joining("/"));
        String name = fingerprint
                .map(Fingerprint::text)
                .or(() ->
                        Fingerprint.lastEight(stem).filter(text -> text.chars().anyMatch(Character::isDigit)))
                .or(() -> parts().stream()
                        .skip(1)
                        .filter(part -> DIGITS.matcher(part).matches())
                        .findFirst())
                .map(part -> replaced(part, ANY))
                .orElse(stem);
        return folders + name + (extension.isEmpty() ? "" : "." + extension);
    }

    private String joined(Predicate<String> isKept) {
        String bare = fingerprint.map(print -> replaced(print.text(), "")).orElse(stem);
        return Arrays.stream(Fingerprint.SEPARATOR.split(bare))
                .map(part -> part.toLowerCase(Locale.ROOT))
                .filter(part -> !part.isEmpty() && !FORMS.contains(part) && isKept.test(part))
                .collect(Collectors.joining("-"));
    }

    private String replaced(String part, String by) {
        int at = stem.lastIndexOf(part);
        return stem.substring(0, at) + by + stem.substring(at + part.length());
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
