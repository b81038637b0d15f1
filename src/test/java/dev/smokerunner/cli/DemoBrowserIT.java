package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.local.PrelaunchedBrowser;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.standin.Tool;
import dev.smokerunner.trace.HarSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demos of {@code smoke-configs}, as somebody calls them who tries this program. */
class DemoBrowserIT {
    @TempDir
    private Path reports;

    /** How a browser is reached. */
    enum Road {
        DIRECT,
        WEBDRIVER("--engine", "webdriver"),
        FIREFOX("--browser", "firefox");

        private final List<String> options;

        Road(String... options) {
            this.options = List.of(options);
        }
    }

    private Call demo(String config, String environment, List<String> options) {
        List<String> call = List.of("run", "smoke-configs/" + config, "-e", environment, "-o", reports.toString());
        return Call.smoke(
                new LocalApplication(PrelaunchedBrowser.NONE, LocalSystem.current()),
                Stream.concat(call.stream(), options.stream()).toArray(String[]::new));
    }

    private Call signUp(String environment, Road road) {
        Tool.CHROMEDRIVER.require();
        return demo(
                "demo.yaml",
                environment,
                Stream.concat(Stream.of("--format", "json"), road.options.stream())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theHealthyPackagePassesOnEachRoad(Road road) {
        Call call = signUp("healthy", road);

        assertThat(call.code()).as(call.out()).isZero();
        assertThat(findings(call)).isEmpty();
    }

    @Test
    void theBrokenPackageFailsByTheSameFindingOnEachRoad() {
        Call direct = signUp("broken", Road.DIRECT);
        Call driven = signUp("broken", Road.WEBDRIVER);
        Call firefox = signUp("broken", Road.FIREFOX);

        assertThat(List.of(direct.code(), driven.code(), firefox.code())).containsOnly(1);
        assertThat(findings(direct)).singleElement().satisfies(finding -> {
            assertThat(finding.path("check").asString()).isEqualTo("script-tag");
            assertThat(finding.path("where").path("line").asInt()).isEqualTo(16);
        });
        assertThat(findings(driven)).isEqualTo(findings(direct));
        assertThat(findings(firefox)).isEqualTo(findings(direct));
    }

    @Test
    void whatOnlyFirefoxTripsOverIsSaidOnceAndOfFirefoxAlone() {
        Call call = demo("seats.yaml", "production", List.of("--browser", "chrome,firefox"));

        assertThat(call.code()).as(call.out()).isEqualTo(1);
        assertThat(call.out().lines().filter(line -> line.startsWith("FAILED")))
                .singleElement()
                .asString()
                .startsWith("FAILED   page-error  Sev 2")
                .endsWith("/seats.js:4");
        assertThat(call.out())
                .contains("navigator.connection is undefined (only in Firefox)")
                .contains("probably explains: 1 missing element (form#seats button)");
    }

    @Test
    void theTraceOfAVisitIsAHarThatTellsWhatWasMissing() throws IOException {
        demo("demo.yaml", "broken", List.of("--format", "json", "--trace"));

        String har = Files.readString(reports.resolve("trace.har"));
        HarSchema.accepts(har);
        JsonNode log = JsonMapper.shared().readTree(har).path("log");
        assertThat(log.path("pages")).hasSize(1);
        assertThat(log.at("/pages/0/pageTimings/onLoad").asDouble()).isPositive();
        assertThat(log.at("/entries/0/_resourceType").asString()).isEqualTo("document");
        assertThat(log.at("/entries/0/response/status").asInt()).isEqualTo(200);
    }

    /** Each demo is served at a port of its own. */
    private static List<JsonNode> findings(Call call) {
        String json = call.out().replaceAll("127\\.0\\.0\\.1:\\d+", "SITE");
        return JsonMapper.shared().readTree(json).path("findings").valueStream().toList();
    }
}
