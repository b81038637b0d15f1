package dev.smokerunner.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.config.RunOptions;
import dev.smokerunner.monitor.WatchedConfigs.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedConfigsTest {
    private static final String HOOK = "https://hooks.example.com/5e55104f00d";

    @TempDir
    private Path home;

    private Path folder;
    private WatchedConfigs configs;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectories(home.resolve("configs"));
        configs = new WatchedConfigs(
                List.of(folder), Optional.empty(), "", RunOptions.DEFAULT, name -> Optional.of(HOOK));
        write("shop");
        write("blog");
        configs.read();
    }

    private void write(String name) throws IOException {
        Files.writeString(
                folder.resolve(name + ".yaml"),
                "name: " + name + "\nenvironments:\n  production: {url: \"http://" + name
                        + ".test/\", audience: customers}\n");
    }

    @Test
    void hidesTheSecretsOfAllConfigs() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                name: shop
                environments:
                  production: {url: "https://www.example.com/", audience: customers}
                alerts:
                  slack: {webhook: "${secret:HOOK}"}
                """);
        assertThat(configs.read().problems()).isEmpty();

        assertThat(configs.redact("POST " + HOOK + " http/1.1")).isEqualTo("POST *** http/1.1");
    }

    @Test
    void staysAsItIsWhileItsFolderIsAway() throws IOException {
        Path away = Files.move(folder, home.resolve("away"));
        Reading gone = configs.read();
        assertThat(gone.ids()).containsExactly("blog/production", "shop/production");
        assertThat(gone.problems()).anyMatch(text -> text.startsWith(folder + ": cannot be read"));
        assertThat(configs.read().problems()).as("it is said once").isEmpty();

        Files.move(away, folder);
        Files.delete(folder.resolve("blog.yaml"));
        Reading back = configs.read();
        assertThat(back.problems()).isEmpty();
        assertThat(back.ids()).containsExactly("shop/production");
    }
}
