package dev.smokerunner.observe.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.UploadSighting;
import dev.smokerunner.observation.UploadSighting.Sample;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.site.FaultySite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadWatchIT {
    @TempDir
    private Path live;

    private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ZERO);

    @Test
    void seesForHowLongAPagePointsAtAnAssetThatIsNotThere() throws Exception {
        upload("index.html", "<title>Old</title>");

        UploadSighting seen = watch(() -> {
            if (now.get().toSeconds() == 2) {
                upload("index.html", "<title>New</title><script src=js/main-3f9a12.js></script>");
            } else if (now.get().toSeconds() == 4) {
                upload("js/main-3f9a12.js", "1");
            }
        });

        assertThat(seen.watched()).isEqualTo(Duration.ofSeconds(6));
        assertThat(seen.samples())
                .filteredOn(sample -> !sample.missing().isEmpty())
                .extracting(Sample::at)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void takesAPageThatAnswersForAScriptForAMissingScript() throws Exception {
        upload("index.html", "<title>New</title><script src=fallback.html></script>");
        upload("fallback.html", "<title>New</title>");

        UploadSighting seen = watch(() -> {});

        assertThat(seen.samples())
                .hasSize(6)
                .allMatch(sample -> sample.missing().size() == 1);
    }

    private interface Uploading {
        void goOn() throws IOException;
    }

    private UploadSighting watch(Uploading upload) throws Exception {
        Sleeper sleeper = pause -> {
            now.updateAndGet(time -> time.plus(pause));
            try {
                upload.goOn();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        };
        try (FaultySite site = FaultySite.serve(live);
                HttpFetcher http = new HttpFetcher(HttpOptions.of(site.url()), Map.of(), Sleeper.SYSTEM)) {
            return new UploadWatch(http, url -> true, () -> now.get().toNanos(), sleeper)
                    .watch(List.of(site.url()), Duration.ofSeconds(6));
        }
    }

    private void upload(String key, String text) throws IOException {
        Path file = live.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
