package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the list of kinds in step with the code: their names are a contract, and alerts and trends go by them. */
class KindsTest {
    private static final Path PAGE = Path.of("docs/kinds.md");
    private static final Pattern DECLARED =
            Pattern.compile("(?:Kind\\.(cause|symptom|lack|alone)|\\b(wrong|lack))\\(\\s*\"([a-z0-9-]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| (\\w+) \\|");

    @Test
    void areListedWithTheirBearing() throws IOException {
        assertThat(listed()).isEqualTo(declared());
    }

    /** Each name with what it is for others. */
    private static TreeMap<String, String> declared() throws IOException {
        TreeMap<String, String> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/smokerunner/check"))) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                Matcher kind = DECLARED.matcher(Files.readString(file));
                while (kind.find()) {
                    kinds.put(kind.group(3), kind.group(1) == null ? "lack" : kind.group(1));
                }
            }
        }
        return kinds;
    }

    private static TreeMap<String, String> listed() throws IOException {
        TreeMap<String, String> kinds = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            kinds.put(row.group(1), row.group(2));
        }
        return kinds;
    }
}
