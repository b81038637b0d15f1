package dev.smokerunner.observe.release;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the files of a package are once they are uploaded. */
final class FileAddress {
    private static final String INDEX = "index.html";
    /** What browsers leave as it is in a path; a plus is written out, because buckets read it as a blank. */
    private static final String PLAIN = "-._~!$&'()*,;=:@/";

    private FileAddress() {}

    /** The folder of a site's URL: where its files are. */
    static URI base(URI site) {
        return site.resolve("./");
    }

    /** The URLs of a file: its own and, where it is the page of a folder, the folder's. */
    static List<URI> of(URI base, String key) {
        List<URI> urls = new ArrayList<>();
        if (key.equals(INDEX) || key.endsWith("/" + INDEX)) {
            urls.add(resolve(base, key.substring(0, key.length() - INDEX.length())));
        }
        urls.add(resolve(base, key));
        return urls;
    }

    /** The key of a URL below a base: that of the folder's page where it is a folder; absent where it is elsewhere. */
    static Optional<String> key(URI base, URI url) {
        String whole = url.toString().replaceAll("[?#].*", "");
        String start = base.toString();
        if (!whole.startsWith(start)) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(URI.create(whole).getPath()).orElse("");
        String key =
                path.substring(Optional.ofNullable(base.getPath()).orElse("").length());
        return Optional.of(key.isEmpty() || key.endsWith("/") ? key + INDEX : key);
    }

    /** What a file is asked for as. Pictures like anything else: some CDNs answer a picture's request with another format. */
    static Role role(String key) {
        return switch (FileName.of(key).extension()) {
            case "html", "htm", "xhtml" -> Role.DOCUMENT;
            case "js", "mjs", "cjs" -> Role.SCRIPT;
            case "css" -> Role.STYLE;
            case "json", "txt", "xml" -> Role.JSON;
            case "webmanifest" -> Role.MANIFEST;
            case "map" -> Role.SOURCE_MAP;
            default -> Role.OTHER;
        };
    }

    private static URI resolve(URI base, String key) {
        StringBuilder path = new StringBuilder();
        for (byte unit : key.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (unit & 0xff);
            boolean isPlain = plain < 0x80 && (Character.isLetterOrDigit(plain) || PLAIN.indexOf(plain) >= 0);
            path.append(isPlain ? String.valueOf(plain) : String.format(Locale.ROOT, "%%%02X", unit & 0xff));
        }
        // Appended and not resolved: a key may look like an absolute path, or like another scheme.
        return URI.create(base + path.toString());
    }
}
