package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.Region;
import dev.smokerunner.run.Previous;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class GoodPagesReaderTest {
    private static final URI SITE = URI.create("https://www.example.com/signup/");

    @TempDir
    Path directory;

    @Test
    void remembersWhatAPageThatPassedLookedLikeAndWhereItsElementsWere() throws IOException {
        Files.createDirectories(directory.resolve("pages"));
        Files.write(directory.resolve("pages/1.png"), new byte[] {7});

        LastGood seen = lastGood("pass", "pages/1.png").orElseThrow();

        assertThat(seen.seenAt()).isEqualTo(Instant.parse("2026-11-20T09:00:00Z"));
        assertThat(seen.screenshot().orElseThrow().png()).containsExactly(7);
        assertThat(seen.elements())
                .containsExactly(new ElementResult(
                        "form#signup", ElementResult.State.SEEN, Optional.of(new Region(1, 2, 3, 4))));
    }

    @Test
    void showsNobodyThePictureOfARunThatDidNotPass() throws IOException {
        assertThat(lastGood("fail", "pages/1.png")).isEmpty();
    }

    @Test
    void doesWithoutAPictureThatIsGone() throws IOException {
        assertThat(lastGood("pass", "pages/1.png").orElseThrow().screenshot()).isEmpty();
    }

    @Test
    void readsNoOtherFileThanAPictureBesideTheResult() throws IOException {
        Files.write(directory.resolve("secret.png"), new byte[] {7});

        for (String name : List.of("secret.png", "pages/../secret.png", "/etc/passwd", "pages/1.png/../../x.png")) {
            assertThat(lastGood("pass", name).orElseThrow().screenshot()).isEmpty();
        }
    }

    private Optional<LastGood> lastGood(String verdict, String picture) throws IOException {
        var result = JsonMapper.shared().readTree("""
            {"startedAt": "2026-11-20T09:00:00Z", "verdict": "%s",
             "pages": [{"url": "https://www.example.com/signup/help.html", "browser": null, "screenshot": "%s",
                        "elements": [{"css": "form#signup", "state": "seen",
                                      "region": {"left": 1, "top": 2, "width": 3, "height": 4}}]}]}
            """.formatted(verdict, picture));
        var pages = new GoodPagesReader(directory.resolve("result.json")).read(result);

        return new Previous.Result("result.json", SITE, List.of(), pages).lastGood("help.html", Optional.empty());
    }
}
