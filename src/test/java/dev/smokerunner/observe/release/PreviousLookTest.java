package dev.smokerunner.observe.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.PreviousSighting.PageLoads;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.LoadedAsset;
import dev.smokerunner.serving.PackageException;
import dev.smokerunner.serving.Packages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviousLookTest {
    private static final URI BASE = URI.create("https://www.example.com/signup/");

    @TempDir
    private Path before;

    @TempDir
    private Path release;

    @Test
    void knowsWhatThePageOfAPackageNamed() throws Exception {
        write(before, "index.html", "<script data-main=\"js/main-3f9a12\" src=\"js/require.js\"></script>");
        write(before, "js/main-3f9a12.js", "1234");
        write(before, "js/require.js", "12");
        write(before, "js/lazy.js", "1");

        List<PageLoads> loads = new PreviousLook(BASE, Optional.empty()).loadsOf(opened(before), List.of(BASE));

        assertThat(loads)
                .containsExactly(new PageLoads(
                        BASE,
                        Optional.empty(),
                        false,
                        List.of(
                                new LoadedAsset(BASE.resolve("js/main-3f9a12.js"), "script", 4),
                                new LoadedAsset(BASE.resolve("js/require.js"), "script", 2))));
    }

    @Test
    void asksOnlyForAssetsThatTheNewReleaseDoesNotHave() throws Exception {
        write(before, "index.html", "");
        write(before, "js/main-3f9a12.js", "1");
        write(before, "css/site.css", "1");
        write(release, "css/site.css", "2");

        assertThat(new PreviousLook(BASE, Optional.of(opened(release))).goneFrom(opened(before)))
                .containsOnlyKeys(BASE.resolve("js/main-3f9a12.js"))
                .containsValue(Role.SCRIPT);
    }

    @Test
    void movesWhatARunElsewhereLoadedToWhereItIsNow() {
        URI staging = URI.create("https://staging.example.com/");
        URI other = URI.create("https://tags.example.net/t.js");
        PageLoads loads = new PageLoads(
                staging.resolve("help/"),
                Optional.of("Firefox"),
                true,
                List.of(new LoadedAsset(staging.resolve("js/a.js"), "script", 1), new LoadedAsset(other, "script", 1)));

        List<PageLoads> moved =
                new PreviousLook(BASE, Optional.empty()).moved(staging.resolve("index.html"), List.of(loads));

        assertThat(moved).singleElement().satisfies(page -> {
            assertThat(page.page()).isEqualTo(BASE.resolve("help/"));
            assertThat(page.browser()).contains("Firefox");
            assertThat(page.assets()).extracting(LoadedAsset::url).containsExactly(BASE.resolve("js/a.js"), other);
        });
        assertThat(new PreviousLook(BASE, Optional.empty()).goneFrom(moved, url -> !url.equals(other)))
                .containsOnlyKeys(BASE.resolve("js/a.js"));
    }

    private static ReleasedPackage opened(Path directory) throws IOException, PackageException {
        return ReleasedPackage.read(Packages.open(directory));
    }

    private static void write(Path directory, String key, String text) throws IOException {
        Path file = directory.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
