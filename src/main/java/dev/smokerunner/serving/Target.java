package dev.smokerunner.serving;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is checked. */
public sealed interface Target {

    /**
     * A site that is served by somebody else.
     *
     * @param url its URL, http or https; pages are relative to it
     */
    record LiveSite(URI url) implements Target {
        /** Rejects null. */
        public LiveSite {
            requireNonNull(url);
        }
    }

    /**
     * A package that is not uploaded yet; it is served on loopback for the run.
     *
     * @param path the directory or the zip file that will be uploaded
     * @param proxy where requests below a path go instead, by path prefix, e.g. {@code /api/}
     */
    // Nobody says java.lang.Package here, and the word is the one that users read.
    @SuppressWarnings("JavaLangClash")
    record Package(Path path, Map<String, URI> proxy) implements Target {
        /** Copies the map. */
        public Package {
            requireNonNull(path);
            proxy = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(proxy));
        }
    }
}
