package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnomalyCommandTest {
    private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    @TempDir
    private Path folder;

    private Path healthy;
    private Path broken;

    @BeforeEach
    void write() throws IOException {
        healthy = folder.resolve("healthy.csv");
        broken = folder.resolve("broken.csv");
        Files.writeString(healthy, series(300, 300));
        Files.writeString(broken, series(300, 280));
    }

    /** Views by the minute; from one minute on there are none. */
    private static String series(int minutes, int end) {
        StringBuilder text = new StringBuilder("time,views\n");
        for (int i = 0; i < minutes; i++) {
            text.append(START.plusSeconds(60L * i))
                    .append(',')
                    .append(i < end ? 100 + i * 7 % 20 : 0)
                    .append('\n');
        }
        return text.toString();
    }

    private static Call anomaly(Object... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "anomaly";
        for (int i = 0; i < arguments.length; i++) {
            all[i + 1] = arguments[i].toString();
        }
        return Call.smoke(new StubApplication(), all);
    }

    @Test
    void aSeriesThatIsAsExpectedPasses() {
        Call call = anomaly(healthy);

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .isEqualTo("views: 300 numbers, 2026-11-02 00:00 to 2026-11-02 04:59 UTC, taken for counts\n"
                        + "usual: nothing that people should be told of\n");
    }

    @Test
    void anAnomalyFailsWithWhatWasExpectedInWordsAndAsAPlot() {
        Call call = anomaly(broken, "--release", "2026-11-02T04:38:00Z=2.4.1");

        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains("2026-11-02 04:40 to 2026-11-02 04:59  ANOMALY  Sev 2  no events for ")
                .contains("were to be expected, since release 2.4.1\n")
                .containsPattern("    expected [▇█]+\n    came     [▆▇█]+▁+\n    +\\.?\\^+\n")
                .endsWith("anomaly: 1\n");
    }

    @Test
    void eachVoteIsToldOnRequest() {
        Call call = anomaly(broken, "--votes", "--last", "19m");

        assertThat(call.out())
                .contains("+median-absolute-deviation", "+first-hour-average", "-random-cut-forest")
                .contains(":59  0.000  expected ");
    }

    @Test
    void asJsonItHasTheVerdictAndTheEpisodes() {
        JsonNode root =
                JsonMapper.shared().readTree(anomaly(broken, "--format", "json").out());

        assertThat(root.path("schema").asString()).isEqualTo("smoke-anomaly/1");
        JsonNode series = root.path("series").get(0);
        assertThat(series.path("verdict").asString()).isEqualTo("anomaly");
        assertThat(series.path("episodes").get(0).path("kind").asString()).isEqualTo("drop-to-zero");
        assertThat(series.path("episodes").get(0).path("severity").asInt()).isEqualTo(2);
    }

    @Test
    void asCsvItHasALineForEachNumber() {
        Call call = anomaly(broken, "--format", "csv", "--last", "5m");

        assertThat(call.out().lines()).hasSize(6);
        assertThat(call.out()).contains("views,2026-11-02T04:59:00Z,0,").contains(",anomaly,drop-to-zero,2,");
    }

    @Test
    void drawsAPicture() throws IOException {
        Path svg = folder.resolve("views.svg");
        Path png = folder.resolve("views.png");

        anomaly(broken, "-o", svg);
        anomaly(broken, "-o", png);

        assertThat(Files.readString(svg)).startsWith("<svg ").contains("<circle ");
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void tooFewNumbersAreInconclusive() throws IOException {
        Path few = folder.resolve("few.csv");
        Files.writeString(few, series(10, 10));

        Call call = anomaly(few);

        assertThat(call.code()).isEqualTo(3);
        assertThat(call.out()).endsWith("unknown: too few numbers to say what is usual\n");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(anomaly("none.csv").err())
                .isEqualTo("none.csv: expected a file, found nothing: there is no such file\n");
        Call call = anomaly(
                healthy, "--zone", "Mars", "--holiday", "soon", "--release", "now", "--measure", "x", "--format", "y");
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err())
                .contains("--zone: expected a time zone such as Europe/Berlin, got Mars\n")
                .contains("--holiday: expected a date such as 2026-12-25, got soon\n")
                .contains("--release: expected a time with a zone")
                .contains("--measure: expected counts, times or values, got x\n")
                .contains("--format: expected text, json or csv, got y\n");
    }
}
