package dev.smokerunner.zoo;

import dev.smokerunner.site.FaultySite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a base site with the changes of a case, served on loopback.
 *
 * <p>In changes, server lines and config, {@code @SITE@} stands for the site's host and port, {@code @OTHER@} for a name of
 * the same server that belongs to another site.
 */
final class ZooSite implements AutoCloseable {
    private static final Path SITES = ZooFile.DIRECTORY.resolve("sites");
    private static final Pattern FINGERPRINTED = Pattern.compile(".*[-.][0-9A-Za-z_]{8,}\\.\\w+");

    private final Path directory;
    private final FaultySite server;

    private ZooSite(Path directory, FaultySite server) {
        this.directory = directory;
        this.server = server;
    }

    static ZooSite open(ZooCase zooCase, Path directory) throws IOException {
        ZooSite site = new ZooSite(directory, FaultySite.serve(directory));
        copy(SITES.resolve(zooCase.site()), directory);
        addLoader(directory);
        for (Map<String, String> change : zooCase.changes()) {
            new Change(change).apply(directory, site::filledIn);
        }
        List<String> faults = zooCase.server().stream().map(site::filledIn).toList();
        site.server.failing(faults).usuallySending(ZooSite::headers);
        return site;
    }

    Path directory() {
        return directory;
    }

    String url() {
        return server.url().toString();
    }

    String filledIn(String text) {
        String authority = server.url().getAuthority();
        return text.replace("@SITE@", authority).replace("@OTHER@", authority.replace("127.0.0.1", "localhost"));
    }

    @Override
    public void close() {
        server.close();
    }

    /** As a well-kept server: pages are asked for anew, what has a fingerprint is kept for ever. */
    private static Map<String, String> headers(String path) {
        boolean isForEver = FINGERPRINTED.matcher(path).matches();
        return Map.of("Cache-Control", isForEver ? "public, max-age=31536000, immutable" : "no-cache");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** The real loader is taken from its own package: it is not ours to keep here. */
    private static void addLoader(Path directory) throws IOException {
        Path placeholder = directory.resolve("js/vendor/require.js.webjar");
        if (Files.exists(placeholder)) {
            String resource = Files.readString(placeholder).strip();
            try (InputStream loader = Objects.requireNonNull(ZooSite.class.getResourceAsStream(resource), resource)) {
                Files.copy(loader, directory.resolve("js/vendor/require.js"));
            }
            Files.delete(placeholder);
        }
    }
}
