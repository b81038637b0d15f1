package dev.smokerunner.cli;

import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.run.Previous;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what pages loaded from a {@code result.json} of an earlier run. */
final class ResultFile {
    private static final String SCHEMA = "smoke-result/1";

    private ResultFile() {}

    /**
     * The release that an earlier run looked at.
     *
     * @throws IllegalArgumentException if the file does not tell; the message says what was expected, and what is there
     */
    static Previous.Result read(String file) {
        JsonNode result = tree(file);
        if (!result.path("schema").asString("").equals(SCHEMA)) {
            throw refuse(file, result.isArray() ? "several results; give one of them" : "other JSON");
        }
        URI target = url(result.path("target").asString(""))
                .or(() -> served(result))
                .orElseThrow(() -> refuse(file, "one that tells of no page that was looked at"));
        List<PageLoads> pages = new ArrayList<>();
        for (JsonNode page : result.path("pages")) {
            url(page.path("url").asString(""))
                    .filter(url -> page.path("loaded").isArray())
                    .ifPresent(url -> pages.add(
                            new PageLoads(url, page.path("browser").asStringOpt(), true, loaded(page.path("loaded")))));
        }
        if (pages.stream().allMatch(page -> page.assets().isEmpty())) {
            throw refuse(file, "one that tells of no loaded asset; was it a run with a browser?");
        }
        return new Previous.Result(file, target, pages, new GoodPagesReader(Path.of(file)).read(result));
    }

    /** Where a package was served for its run: its pages tell, and the target is a path. */
    private static Optional<URI> served(JsonNode result) {
        return url(result.path("pages").path(0).path("url").asString("")).map(page -> page.resolve("/"));
    }

    private static List<LoadedAsset> loaded(JsonNode assets) {
        List<LoadedAsset> loaded = new ArrayList<>();
        for (JsonNode asset : assets) {
            url(asset.path("url").asString(""))
                    .ifPresent(url -> loaded.add(new LoadedAsset(
                            url,
                            asset.path("role").asString(""),
                            asset.path("bytes").asLong(0))));
        }
        return loaded;
    }

    private static JsonNode tree(String file) {
        byte[] bytes;
        try {
            bytes = StoredFile.read(file);
        } catch (IllegalArgumentException e) {
            throw refuse(file, String.valueOf(e.getMessage()));
        }
        try {
            return new JsonMapper().readTree(bytes);
        } catch (JacksonException e) {
            throw refuse(file, "no JSON: " + e.getOriginalMessage());
        }
    }

    static Optional<URI> url(String text) {
        try {
            URI url = new URI(text);
            return Optional.of(url)
                    .filter(u -> u.getHost() != null && u.getScheme().matches("(?i)https?"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static IllegalArgumentException refuse(String file, String got) {
        return new IllegalArgumentException(
                "expected the result.json of one run with a browser, got " + got + " (" + file + ")");
    }
}
