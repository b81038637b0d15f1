package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ConfigCommandTest {
    private static final String CONFIG = """
            name: signup
            owner: "${OWNER}"
            environments:
              staging: {url: "https://staging.example.com/"}
              production:
                url: https://www.example.com/
            pages:
              - path: help/
                title: "1.5"
                require:
                  - css: form
                    text: "no\\eway ##x"
            errors: {allow: []}
            browser:
              device: 390x844@3
              basic-auth: "${secret:AUTH}"
            """;

    @TempDir
    private Path folder;

    private Path config = Path.of("");

    @BeforeEach
    void write() throws Exception {
        config = Files.writeString(folder.resolve("c.yaml"), CONFIG);
    }

    @Test
    void printsEachValueWithItsSource() {
        Call call = call("-e", "production");

        assertThat(call.code()).isZero();
        assertThat(call.out().lines().skip(1).toList())
                .startsWith(
                        "name: signup                                  # line 1",
                        "owner: web-team                               # line 2, environment variable OWNER",
                        "environments:",
                        "  production:                                 # option -e",
                        "    url: https://www.example.com/             # line 6",
                        "    audience: customers                       # default for a url",
                        "pages:",
                        "  - path: help/                               # line 8",
                        "    title: \"1.5\"                              # line 9",
                        "    require:",
                        "      - css: form                             # line 11",
                        "        text: \"no\\x1bway #\\x23x\"              # line 12",
                        "        visible: true                         # default",
                        "        impact: 2                             # default")
                .contains("  basic-auth: \"***\"                           # line 16, environment variable AUTH");
    }

    @Test
    void whatItPrintsIsTheSameConfig() {
        JsonNode printed = new YAMLMapper().readTree(call("-e", "production").out());

        assertThat(printed.at("/pages/0/title").isString()).isTrue();
        assertThat(printed.at("/pages/0/require/0/text").asString()).isEqualTo("no\u001bway ##x");
        assertThat(printed.at("/pages/0/require/0/impact").asInt()).isEqualTo(2);
        assertThat(printed.at("/browser/device").asString()).isEqualTo("390x844@3");
        assertThat(printed.at("/browser").has("window")).isFalse();
        assertThat(printed.at("/environments").size()).isOne();
    }

    @Test
    void anotherTargetTakesThePlaceOfTheConfigured() {
        Call call = call("-e", "production", "-t", "http://127.0.0.1:8080/");

        assertThat(call.out())
                .contains("    url: http://127.0.0.1:8080/               # option --target")
                .doesNotContain("www.example.com");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(call("-e", "staging").out()).doesNotContain("hunter22");
    }

    @Test
    void whatIsWrongIsToldAsARunTellsIt() {
        Call call = call();

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("expected -e with one of staging, production, got none");
    }

    private Call call(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "config";
        args[1] = config.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        return Call.smoke(new StubApplication().with(Map.of("OWNER", "web-team", "AUTH", "user:hunter22")), args);
    }
}
