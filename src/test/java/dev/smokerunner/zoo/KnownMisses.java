package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The cases that are not judged right yet; the table lists them as what they are, and the list may only shrink. */
record KnownMisses(Set<String> names) {

    static KnownMisses read() throws IOException {
        List<String> lines = Files.readAllLines(ZooFile.DIRECTORY.resolve("known-misses.txt"));
        return new KnownMisses(lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(ZooCase zooCase) {
        return names.contains(zooCase.name());
    }
}
