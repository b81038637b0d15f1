package dev.smokerunner.filename;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of an URL that changes with the bytes behind it, so that caches may keep it for ever.
 *
 * @param text the hash
 * @param place where in the URL it stands
 */
public record UrlFingerprint(String text, Place place) {
    private static final Pattern EXTENSIONS = Pattern.compile(
            "(\\.(min|bundle|chunk|module|esm|umd|prod|production|modern|legacy))*\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern VERSION = Pattern.compile("v?[0-9]+(\\.[0-9]+)+.*|v[0-9]+|[0-9]{4,}");
    private static final Pattern VERSION_IN_NAME =
            Pattern.compile("(^|[.\\-_~@])v?[0-9]+(\\.[0-9]+)+([.\\-_~]|$)|[.\\-_~](v[0-9]+|[0-9]{4,})([.\\-_~]|$)");
    /** Query parameters that carry a version and mean nothing to the file. */
    private static final Pattern QUERY_NAME = Pattern.compile(
            "v|ver|version|rev|revision|r|h|hash|cb|cachebuster|cache|bust|t|ts|time|timestamp|_|build|b|d|release|md5|sha1|sha256|etag|m|mtime|modified");

    /** Where a fingerprint stands. */
    public enum Place {
        /** In the file's name. */
        NAME,
        /** In the query. */
        QUERY,
        /** In the name of a folder; it may also say whose files those are, not which. */
        FOLDER
    }

    /** The fingerprint of a URL, if it certainly has one; versions and dates are none. */
    public static Optional<UrlFingerprint> in(URI url) {
        return FileName.of(path(url))
                .fingerprint()
                .filter(Fingerprint::isHash)
                .map(print -> new UrlFingerprint(print.text(), Place.NAME))
                .or(() -> queryValues(url).stream()
                        .filter(HashText::isHash)
                        .findFirst()
                        .map(text -> new UrlFingerprint(text, Place.QUERY)))
                .or(() -> folders(url).stream()
                        .filter(HashText::isHash)
                        .findFirst()
                        .map(text -> new UrlFingerprint(text, Place.FOLDER)));
    }

    /** The fingerprint of a URL that changes with the bytes of this one file. */
    public static Optional<UrlFingerprint> ofFile(URI url) {
        return in(url).filter(one -> one.place() != Place.FOLDER);
    }

    /** Whether a URL changes with its release: by a fingerprint, a version or a date. */
    public static boolean isVersioned(URI url) {
        return in(url).isPresent()
                || VERSION_IN_NAME.matcher(stem(url)).find()
                || !queryValues(url).isEmpty()
                || folders(url).stream().anyMatch(folder -> isVersion(folder) || folder.contains("@"));
    }

    /** Whether a name may carry a hash of so many characters that only looks like a word. */
    public static boolean mayHave(URI url, int length) {
        String stem = stem(url);
        int before = stem.length() - length - 1;
        boolean mayEndWithIt = before >= 0
                && Fingerprint.SEPARATOR
                        .matcher(stem.substring(before, before + 1))
                        .matches();
        return mayEndWithIt
                || Arrays.stream(Fingerprint.SEPARATOR.split(stem)).anyMatch(part -> part.length() == length);
    }

    /** A file's name without folder and extensions. */
    public static String stem(URI url) {
        String path = path(url);
        return EXTENSIONS.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
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
        List<String> parts = Arrays.stream(path(url).split("/")).toList();
        return parts.isEmpty() ? parts : parts.subList(0, Math.max(0, parts.size() - 1));
    }

    private static String path(URI url) {
        return Optional.ofNullable(url.getPath()).orElse("");
    }
}
