package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/**
 * The comparisons that were made since the last {@code clean}, a file for each: a road takes minutes, and may be walked in parts.
 *
 * @param directory where they are kept
 */
record RoadRows(Path directory) {
    static final RoadRows KEPT = new RoadRows(Path.of("target/zoo-roads"));

    private static final ObjectMapper JSON = new ObjectMapper();

    void keep(RoadComparison comparison) throws IOException {
        Path file = file(comparison.road(), comparison.zooCase());
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(comparison));
    }

    /** The comparisons of a road in the order of the cases; empty where one is missing. */
    Optional<List<RoadComparison>> whole(Road road, List<ZooCase> cases) throws IOException {
        List<RoadComparison> rows = new ArrayList<>();
        for (ZooCase zooCase : cases) {
            Path file = file(road, zooCase.name());
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            rows.add(JSON.readValue(Files.readString(file), RoadComparison.class));
        }
        return Optional.of(rows);
    }

    private Path file(Road road, String zooCase) {
        return directory.resolve(road.word()).resolve(zooCase + ".json");
    }
}
