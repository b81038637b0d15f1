package dev.smokerunner.standin;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a deployment brings a release into a bucket.
 *
 * @param order which key comes first
 * @param headers what is sent with a key: its type and its cache policy
 * @param picks which keys are uploaded
 * @param deletesOthers whether every key that the release does not have is deleted, after the upload
 * @param watcher is told each key just after it was uploaded: a visitor who comes in between
 */
public record Upload(
        Comparator<String> order,
        Function<String, Map<String, String>> headers,
        Predicate<String> picks,
        boolean deletesOthers,
        Consumer<String> watcher) {
    /** What S3 keeps for an object whose uploader names no type. */
    private static final String NO_TYPE = "binary/octet-stream";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript",
            "mjs", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain");

    private static final Comparator<String> PAGES_LAST =
            Comparator.comparing(Upload::isPage).thenComparing(Comparator.naturalOrder());

    /** As it should be: types by extension, pages last, nothing deleted. */
    public static Upload withCare() {
        return new Upload(PAGES_LAST, Upload::usualHeaders, key -> true, false, key -> {});
    }

    /** The page before what it asks for. */
    public Upload pagesFirst() {
        return new Upload(PAGES_LAST.reversed(), headers, picks, deletesOthers, watcher);
    }

    /** No key has a type, as with uploaders that know none. */
    public Upload losingTypes() {
        return new Upload(order, key -> Map.of("Content-Type", NO_TYPE), picks, deletesOthers, watcher);
    }

    /** The release before is deleted, though pages that are open or cached still ask for it. */
    public Upload deletingOthers() {
        return new Upload(order, headers, picks, true, watcher);
    }

    /** Only the keys that fit: an upload that broke off, or one half of it. */
    public Upload only(Predicate<String> fitting) {
        return new Upload(order, headers, fitting, deletesOthers, watcher);
    }

    /** Lets somebody look just after each key. */
    public Upload watchedBy(Consumer<String> visitor) {
        return new Upload(order, headers, picks, deletesOthers, visitor);
    }

    /** Whether a key is a page. */
    public static boolean isPage(String key) {
        return key.endsWith(".html");
    }

    void run(Path release, Bucket bucket) throws IOException {
        if (Files.isDirectory(release)) {
            send(release, bucket);
            return;
        }
        try (FileSystem zip = FileSystems.newFileSystem(release)) {
            send(zip.getPath("/"), bucket);
        }
    }

    private void send(Path root, Bucket bucket) throws IOException {
        List<String> keys = keys(root);
        for (String key : keys.stream().filter(picks).sorted(order).toList()) {
            bucket.put(key, Files.readAllBytes(root.resolve(key)), headers.apply(key));
            watcher.accept(key);
        }
        if (deletesOthers) {
            bucket.keys().stream().filter(key -> !keys.contains(key)).forEach(bucket::delete);
        }
    }

    private static List<String> keys(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static Map<String, String> usualHeaders(String key) {
        return Map.of(
                "Content-Type",
                TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), NO_TYPE),
                "Cache-Control",
                isPage(key) ? "max-age=60" : "max-age=31536000, immutable");
    }
}
