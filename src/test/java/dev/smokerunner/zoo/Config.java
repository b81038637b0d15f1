package dev.smokerunner.zoo;

import dev.smokerunner.config.ConfigException;
import dev.smokerunner.config.ConfigFile;
import dev.smokerunner.config.Plans;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.config.Selection;
import dev.smokerunner.run.SmokePlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The plan of a case, as the command line would make it: from a config file, or from a bare address without one. */
record Config(ZooCase zooCase, ZooSite site) {

    SmokePlan plan(Path directory) throws IOException, ConfigException {
        if (zooCase.config().isEmpty()) {
            return zooCase.isPackage()
                    ? Plans.forPackage(packed(directory), RunOptions.DEFAULT)
                    : Plans.forUrl(URI.create(site.url()), RunOptions.DEFAULT);
        }
        Path file = directory.resolve("smoke.yaml");
        Files.writeString(file, site.filledIn(new YAMLMapper().writeValueAsString(whole(packed(directory)))));
        return new ConfigFile(file, name -> Optional.empty()).plan(Selection.DEFAULT);
    }

    private Path packed(Path directory) throws IOException {
        return zooCase.as().equals("zip")
                ? ZippedSite.of(site.directory(), directory.resolve("site.zip"))
                : site.directory();
    }

    /** The case's keys, and where it is. Its environment may say more, such as an audience or a path below the site. */
    private Map<String, Object> whole(Path packed) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("name", "zoo");
        whole.putAll(zooCase.config());
        Map<String, Object> environment = new LinkedHashMap<>();
        if (zooCase.isPackage()) {
            environment.put("package", packed.toString());
        } else {
            environment.put("url", site.url());
        }
        if (whole.remove("environment") instanceof Map<?, ?> more) {
            more.forEach((key, value) -> environment.put(key.toString(), value));
        }
        whole.put("environments", Map.of("production", environment));
        return whole;
    }
}
