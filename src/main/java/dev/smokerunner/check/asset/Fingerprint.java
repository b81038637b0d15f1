package dev.smokerunner.check.asset;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of an asset's URL that changes with its bytes, so that caches may keep it for ever.
 *
 * @param text the hash
 * @param place where in the URL it stands
 */
record Fingerprint(String text, Place place) {
    private static final Pattern SEPARATOR = Pattern.compile("[.\\-_~]");
    private static final Pattern EXTENSIONS = Pattern.compile(
            "(\\.(min|bundle|chunk|module|esm|umd|prod|production|modern|legacy))*\\.[A-Za-z0-9]{1,5}$");
    /** Rollup and Vite: eight characters of base64url, which may hold the separators of others. */
    private static final Pattern BASE64URL_END = Pattern.compile("-([A-Za-z0-9_-]{8})$");

    private static final Pattern MIXED = Pattern.compile(".*[0-9].*[A-Z].*|.*[A-Z].*[0-9].*|.*[a-z].*[A-Z]{2}.*");
    private static final Pattern VERSION = Pattern.compile("v?[0-9]+(\\.[0-9]+)+.*|v[0-9]+|[0-9]{4,}");
    private static final Pattern VERSION_IN_NAME =
            Pattern.compile("(^|[.\\-_~@])v?[0-9]+(\\.[0-9]+)+([.\\-_~]|$)|[.\\-_~](v[0-9]+|[0-9]{4,})([.\\-_~]|$)");
    /** Query parameters that carry a version and mean nothing to the file. */
    private static final Pattern QUERY_NAME = Pattern.compile(
            "v|ver|version|rev|revision|r|h|hash|cb|cachebuster|cache|bust|t|ts|time|timestamp|_|build|b|d|release|md5|sha1|sha256|etag|m|mtime|modified");

    /** Where a fingerprint stands. */
    enum Place {
        /** In the file's name. */
        NAME,
        /** In the query. */
        QUERY,
        /** In the name of a folder; it may also say whose files those are, not which. */
        FOLDER
    }

    /** The fingerprint of a URL, if it certainly has one; versions and dates are none. */
    static Optional<Fingerprint> in(URI url) {
        return hash(stem(url))
                .map(text -> new Fingerprint(text, Place.NAME))
                .or(() -> queryValues(url).stream()
                        .filter(HashText::isHash)
                        .findFirst()
                        .map(text -> new Fingerprint(text, Place.QUERY)))
                .or(() -> folders(url).stream()
                        .filter(HashText::isHash)
                        .findFirst()
                        .map(text -> new Fingerprint(text, Place.FOLDER)));
    }

    /** The fingerprint of a URL that changes with the bytes of this one file. */
    static Optional<Fingerprint> ofFile(URI url) {
        return in(url).filter(one -> one.place() != Place.FOLDER);
    }

    /** Whether a URL changes with its release: by a fingerprint, a version or a date. */
    static boolean isVersioned(URI url) {
        return in(url).isPresent()
                || VERSION_IN_NAME.matcher(stem(url)).find()
                || !queryValues(url).isEmpty()
                || folders(url).stream().anyMatch(folder -> isVersion(folder) || folder.contains("@"));
    }

    /** Whether a name may carry a hash of so many characters that only looks like a word. */
    static boolean mayHave(URI url, int length) {
        String stem = stem(url);
        int before = stem.length() - length - 1;
        boolean mayEndWithIt = before >= 0
                && SEPARATOR.matcher(stem.substring(before, before + 1)).matches();
        return mayEndWithIt || Arrays.stream(SEPARATOR.split(stem)).anyMatch(part -> part.length() == length);
    }

    /** A file's name without folder and extensions. */
    static String stem(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return EXTENSIONS.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    }

    private static Optional<String> hash(String stem) {
        Matcher end = BASE64URL_END.matcher(stem);
        if (end.find() && isHashOfSeveralParts(end.group(1))) {
            return Optional.of(end.group(1));
        }
        List<String> parts =
                Arrays.stream(SEPARATOR.split(stem)).filter(HashText::isHash).toList();
        // The last one: what stands before may be the name of what is hashed.
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.get(parts.size() - 1));
    }

    private static boolean isHashOfSeveralParts(String text) {
        String letters = SEPARATOR.matcher(text).replaceAll("");
        boolean isOfParts = letters.length() < text.length();
        boolean hasLongPart = Arrays.stream(SEPARATOR.split(text)).anyMatch(part -> part.length() >= 4);
        return HashText.isHash(text)
                || isOfParts && hasLongPart && MIXED.matcher(text).matches() && HashText.isHash(letters);
    }

    private static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** The values of the query that can be a version or a hash. */
    private static List<String> queryValues(URI url) {
        String query = Optional.ofNullable(url.getQuery()).orElse("");
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .flatMap(parameter -> queryValue(parameter).stream())
                .toList();
    }

    private static Optional<String> queryValue(String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return isVersion(parameter) || HashText.isHash(parameter) ? Optional.of(parameter) : Optional.empty();
        }
        String value = parameter.substring(equals + 1);
        return !value.isEmpty()
                        && QUERY_NAME.matcher(parameter.substring(0, equals)).matches()
                ? Optional.of(value)
                : Optional.empty();
    }

    private static List<String> folders(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        List<String> parts = Arrays.stream(path.split("/")).toList();
        return parts.isEmpty() ? parts : parts.subList(0, Math.max(0, parts.size() - 1));
    }
}
