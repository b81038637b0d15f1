package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.metrics.MetricsSettings;
import dev.smokerunner.metrics.MetricsSettings.Carbon;
import dev.smokerunner.metrics.MetricsSettings.Grafana;
import dev.smokerunner.metrics.MetricsSettings.Protocol;
import dev.smokerunner.secret.Secret;
import dev.smokerunner.serving.Target;
import dev.smokerunner.traffic.PageGroups;
import dev.smokerunner.traffic.TrafficSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficReaderTest {
    private static final Path EVERY_KEY = Path.of("src/test/resources/config/accepted/every-key.yaml");
    private static final String HOOK = "https://hooks.example.com/5e55104f00d";

    @TempDir
    private Path temp;

    private static Target site(String url) {
        return new Target.LiveSite(URI.create(url));
    }

    private PageGroups groups(String config, String url) throws ConfigException, IOException {
        Path file = Files.writeString(
                temp.resolve("smoke.yaml"),
                "name: signup\nenvironments:\n  production: {url: \"" + url + "\"}\n" + config);
        return new ConfigFile(file, name -> Optional.empty())
                .signals(site(url))
                .traffic()
                .groups();
    }

    @Test
    void readsEveryKey() throws ConfigException {
        ConfigFile file = new ConfigFile(EVERY_KEY, name -> Optional.of(HOOK));

        assertThat(file.signals(site("https://www.example.com/signup/")).metrics())
                .isEqualTo(new MetricsSettings(
                        Optional.of(new Carbon("graphite.example.com", 2004, Protocol.PICKLE)),
                        "web.smoke",
                        Optional.of(URI.create("https://otel.example.com/")),
                        Optional.of(URI.create("https://graphite.example.com/")),
                        Optional.of(new Grafana(URI.create("https://grafana.example.com/"), new Secret(HOOK)))));
        TrafficSettings traffic =
                file.signals(site("https://www.example.com/signup/")).traffic();
        assertThat(traffic.beacons()).isTrue();
        assertThat(traffic.logs())
                .containsExactly("/var/log/cdn/*.gz", EVERY_KEY.toAbsolutePath().getParent() + "/logs");
        assertThat(traffic.groups().names()).containsExactly("checkout", "api", "other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5e55104f00d\n", "schlüssel-5e55104f00d"})
    void refusesATokenThatNoHeaderCanHold(String token) throws IOException {
        Path file = Files.writeString(temp.resolve("smoke.yaml"), """
                name: a
                environments:
                  b: {url: "https://www.example.com/"}
                metrics:
                  grafana: {url: "https://grafana.example.com/", token: "${secret:GRAFANA_TOKEN}"}
                """);

        assertThatThrownBy(() ->
                        new ConfigFile(file, name -> Optional.of(token)).signals(site("https://www.example.com/")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("metrics.grafana.token: expected text on one line, in ASCII")
                .hasMessageNotContaining("5e55104f00d");
    }

    @Test
    void sendsAndCountsNothingWhereNothingIsSaid() throws ConfigException, IOException {
        Path file = Files.writeString(
                temp.resolve("smoke.yaml"), "name: a\nenvironments:\n  b: {url: \"https://www.example.com/\"}\n");
        ConfigFile config = new ConfigFile(file, name -> Optional.empty());

        assertThat(config.signals(site("https://www.example.com/")).metrics()).isEqualTo(MetricsSettings.NONE);
        assertThat(config.signals(site("https://www.example.com/")).traffic().beacons())
                .isFalse();
        assertThat(config.signals(site("https://www.example.com/")).traffic().logs())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.com, /signup/, pages",
        "WWW.EXAMPLE.COM, /signup/index.html, pages",
        "'', /signup/help, pages",
        "'', /api/config.json, api",
        "'', /signup/js/main.js, other",
        "'', /shop/, ''",
        "www.example.net, /signup/, ''",
    })
    void countsPagesAndCallsOfTheConfigByDefault(String host, String path, String group)
            throws ConfigException, IOException {
        PageGroups groups = groups(
                "pages: [{path: ./}, {path: \"help?x=1\"}]\napi: [{url: \"/api/config*\"}]\n",
                "https://www.example.com/signup/");

        assertThat(groups.ofRequest(host, path)).isEqualTo(group.isEmpty() ? Optional.empty() : Optional.of(group));
    }

    @Test
    void takesNoNameFromAPathHoweverManyThereAre() throws ConfigException, IOException {
        PageGroups groups = groups("", "https://www.example.com");

        assertThat(groups.names()).containsExactly("pages", "other");
        assertThat(groups.ofRequest("", "/")).contains("pages");
        assertThat(groups.ofRequest("", "/a.b;c d/../\u0000")).contains("other");
    }
}
