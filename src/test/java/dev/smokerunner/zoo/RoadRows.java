package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.ObjectMapper;

/**
 * What roads said of the cases since the last {@code clean}, a file for each: a road takes minutes, may be walked in parts, and the
 * direct one need not be walked again for each of the others.
 *
 * @param directory where they are kept
 */
record RoadRows(Path directory) {
    static final RoadRows KEPT = new RoadRows(Path.of("target/zoo-roads"));

    private static final ObjectMapper JSON = new ObjectMapper();

    void keep(Road road, ZooCase zooCase, Said said) throws IOException {
        Path file = file(road, zooCase);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(said));
    }

    /** Whether a road has been there. */
    boolean has(Road road, ZooCase zooCase) {
        return Files.exists(file(road, zooCase));
    }

    /** What a road said of a case; empty where it has not been there. */
    Optional<Said> said(Road road, ZooCase zooCase) throws IOException {
        Path file = file(road, zooCase);
        return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Said.class)) : Optional.empty();
    }

    /** The comparisons of a road with the direct one, in the order of the cases, as far as both have been there. */
    List<RoadComparison> compared(Road road, List<ZooCase> cases) throws IOException {
        List<RoadComparison> rows = new ArrayList<>();
        for (ZooCase zooCase : cases) {
            Optional<Said> direct = said(Road.DIRECT, zooCase);
            Optional<Said> other = said(road, zooCase);
            if (direct.isPresent() && other.isPresent()) {
                rows.add(new RoadComparison(zooCase, road, direct.get(), other.get()));
            }
        }
        return rows;
    }

    private Path file(Road road, ZooCase zooCase) {
        return directory.resolve(road.word()).resolve(zooCase.name() + ".json");
    }
}
