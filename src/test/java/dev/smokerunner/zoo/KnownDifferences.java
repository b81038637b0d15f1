package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases of which another browser leads to another verdict or another first finding, each with the reason; the list may
 * only shrink.
 *
 * @param reasons by the names of the cases
 */
record KnownDifferences(Map<String, String> reasons) {

    static KnownDifferences read() throws IOException {
        List<String> lines = Files.readAllLines(ZooFile.DIRECTORY.resolve("firefox-differences.txt"));
        Map<String, String> reasons = new LinkedHashMap<>();
        lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> line.split(": ", 2))
                .forEach(parts -> reasons.put(parts[0], parts[1]));
        return new KnownDifferences(reasons);
    }

    boolean has(ZooCase zooCase) {
        return reasons.containsKey(zooCase.name());
    }

    String reason(ZooCase zooCase) {
        return reasons.getOrDefault(zooCase.name(), "");
    }
}
