package dev.smokerunner.canary.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The JSON and YAML of package managers. */
final class Json {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final ObjectMapper YAML = YAMLMapper.shared();

    /** Larger than the locks of the largest projects. */
    private static final long MOST = 64L << 20;

    private Json() {}

    static JsonNode file(Path file) throws PackagesException {
        return read(file, JSON);
    }

    static JsonNode yamlFile(Path file) throws PackagesException {
        return read(file, YAML);
    }

    /** What a program printed; missing where it is no JSON. */
    static JsonNode text(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode read(Path file, ObjectMapper mapper) throws PackagesException {
        try {
            if (Files.size(file) > MOST) {
                throw new PackagesException(file + ": expected at most 64 MB, got " + Files.size(file) + " bytes");
            }
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new PackagesException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw new PackagesException(file + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The texts of an object, by name; empty where it is none. */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
        return texts;
    }
}
