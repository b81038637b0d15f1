package dev.smokerunner.observe.release;

import dev.smokerunner.digest.Sha256;
import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A package as it should be served: its files with their digests, which are made once.
 *
 * <p>Safe for use by several threads at once, as far as the package is.
 */
public final class ReleasedPackage {
    /** Pages are much smaller, and nobody compares larger texts by eye. */
    static final int LONGEST_TEXT = 1 << 20;

    /** What may name a host beside pages and scripts: a manifest, a policy of the site's server. */
    private static final Set<String> TEXTS = Set.of("json", "css", "webmanifest", "xml", "txt", "toml", "yaml");

    private final Map<String, Boolean> namedHosts = new ConcurrentHashMap<>();
    private final PackedFiles packed;
    private final Map<String, ReleaseFile> files;

    private ReleasedPackage(PackedFiles packed, Map<String, ReleaseFile> files) {
        this.packed = packed;
        this.files = Collections.unmodifiableMap(files);
    }

    /**
     * Reads all files of a package once.
     *
     * @param packed the package; it stays open for as long as this is used
     * @throws IOException if one cannot be read
     */
    public static ReleasedPackage read(PackedFiles packed) throws IOException {
        Map<String, ReleaseFile> files = new LinkedHashMap<>();
        byte[] buffer = new byte[64 << 10];
        for (String key : packed.keys()) {
            files.put(key, digested(packed, key, buffer));
        }
        return new ReleasedPackage(packed, files);
    }

    /** The files in the order of their keys. */
    public List<ReleaseFile> files() {
        return List.copyOf(files.values());
    }

    /** The file of a key. */
    public Optional<ReleaseFile> file(String key) {
        return Optional.ofNullable(files.get(key));
    }

    /**
     * The files that stand for the package when only a look is taken: these pages of it, or else its first ones, and the
     * files that they name.
     *
     * @param pages the keys of pages; what the package does not have is left out
     */
    List<ReleaseFile> telling(List<String> pages, int most) throws IOException {
        List<ReleaseFile> known =
                pages.stream().flatMap(key -> file(key).stream()).toList();
        List<ReleaseFile> own = known.isEmpty()
                ? files.values().stream().filter(ReleaseFile::isPage).limit(1).toList()
                : known;
        List<ReleaseFile> telling = new ArrayList<>(own);
        for (ReleaseFile page : own) {
            namedBy(page).stream()
                    .filter(file -> !telling.contains(file) && telling.size() < most)
                    .forEach(telling::add);
        }
        return telling.isEmpty() ? files().subList(0, Math.min(most, files.size())) : telling;
    }

    /** The other files that the text of a page names, by their names or, where those have a fingerprint, without extension. */
    List<ReleaseFile> namedBy(ReleaseFile page) throws IOException {
        String text = text(page.key());
        return files.values().stream()
                .filter(file -> !file.isPage() && isNamed(file.name(), text))
                .toList();
    }

    /**
     * Whether a text of the package names a host. Read once for each host: pages that something was put into have it from one
     * place.
     */
    boolean isNamedHost(String host) {
        return namedHosts.computeIfAbsent(host, this::isNamed);
    }

    private boolean isNamed(String host) {
        return files.values().stream()
                .filter(file -> file.isPage()
                        || file.name().isScript()
                        || TEXTS.contains(file.name().extension()))
                .anyMatch(file -> {
                    try {
                        return text(file.key()).toLowerCase(Locale.ROOT).contains(host);
                    } catch (IOException e) {
                        return false;
                    }
                });
    }

    /** The start of a file, at most {@link #LONGEST_TEXT} bytes of it. */
    byte[] start(String key) throws IOException {
        try (InputStream in = packed.open(key)) {
            return in.readNBytes(LONGEST_TEXT);
        }
    }

    private String text(String key) throws IOException {
        return new String(start(key), StandardCharsets.UTF_8);
    }

    private static boolean isNamed(FileName name, String text) {
        String whole = name.extension().isEmpty() ? name.stem() : name.stem() + "." + name.extension();
        return text.contains(whole) || name.fingerprint().isPresent() && text.contains(name.stem());
    }

    private static ReleaseFile digested(PackedFiles packed, String key, byte[] buffer) throws IOException {
        MessageDigest digest = Sha256.begin();
        long bytes = 0;
        try (InputStream in = packed.open(key)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                bytes += count;
            }
        }
        return new ReleaseFile(key, bytes, HexFormat.of().formatHex(digest.digest()));
    }
}
