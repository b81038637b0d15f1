package dev.smokerunner.zoo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The cases of one class: a file of {@code src/test/resources/zoo} that bears its name. */
record ZooFile(Path file) {
    static final Path DIRECTORY = Path.of("src/test/resources/zoo");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** All cases of all files, in the order of the files' names. */
    static List<ZooCase> allCases() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ZooFile::new)
                    .flatMap(ZooFile::cases)
                    .toList();
        }
    }

    private Stream<ZooCase> cases() {
        String kind = file.getFileName().toString().replace(".yaml", "");
        return YAML.readTree(file.toFile())
                .valueStream()
                .map(node -> YAML.treeToValue(withKind(node, kind), ZooCase.class));
    }

    private static JsonNode withKind(JsonNode node, String kind) {
        return ((ObjectNode) node).put("kind", kind);
    }
}
