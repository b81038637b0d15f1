package dev.smokerunner.observe.release;

import static java.awt.image.BufferedImage.TYPE_INT_ARGB;
import static java.awt.image.BufferedImage.TYPE_INT_RGB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.release.ReleaseStates;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.http.BodyLimits;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.result.ReleaseState;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.site.FaultySite;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseLookIT {
    private static final String PAGE = "<!DOCTYPE html>\n<title>Sign up</title>\n<h1>Join us for a better shop</h1>\n"
            + "<script src=\"js/main-3f9a12.js\"></script>\n";

    @TempDir
    private Path release;

    @TempDir
    private Path live;

    @BeforeEach
    void buildAndUpload() throws IOException {
        for (Path directory : List.of(release, live)) {
            write(directory, "index.html", PAGE);
            write(directory, "js/main-3f9a12.js", "console.log('a script of the shop')");
            write(directory, "js/lazy chunk.js", "console.log('loaded by no visit')");
        }
    }

    @Test
    void provesEveryFileAlsoThoseThatNoPageNames() throws Exception {
        PlaceSighting seen = look(List.of());

        assertThat(seen.files()).hasSize(4).allMatch(FileSighting::isSame);
        assertThat(ReleaseStates.of(seen)).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void comparesWhatIsLeftWhenTheEncodingIsUndone() throws Exception {
        PlaceSighting seen = look(List.of("/js/main-3f9a12.js gzip header Content-Encoding=gzip"));

        assertThat(ReleaseStates.of(seen)).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void saysWhatACdnMadeOfAPage() throws Exception {
        write(live, "index.html", PAGE.replace("\n", ""));

        PlaceSighting seen = look(List.of());

        assertThat(seen.files())
                .filteredOn(FileSighting::isAltered)
                .extracting(file -> file.difference().kind())
                .containsExactly(Difference.Kind.WHITE_SPACE, Difference.Kind.WHITE_SPACE);
        assertThat(ReleaseStates.of(seen)).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void knowsAPictureThatWasEncodedAnew() throws Exception {
        Files.write(release.resolve("barn.png"), picture(TYPE_INT_RGB, 1));
        Files.write(live.resolve("barn.png"), picture(TYPE_INT_ARGB, 1));

        PlaceSighting seen = look(List.of());

        assertThat(seen.files())
                .filteredOn(FileSighting::isAltered)
                .extracting(file -> file.difference().kind())
                .containsExactly(Difference.Kind.ENCODING);
        assertThat(ReleaseStates.of(seen)).isEqualTo(ReleaseState.LIVE);
    }

    @Test
    void seesThatAnotherPictureOfTheSameSizeIsServed() throws Exception {
        Files.write(release.resolve("barn.png"), picture(TYPE_INT_RGB, 1));
        Files.write(live.resolve("barn.png"), picture(TYPE_INT_RGB, 99));

        assertThat(ReleaseStates.of(look(List.of()))).isEqualTo(ReleaseState.MIXED);
    }

    private static byte[] picture(int type, int colour) throws IOException {
        BufferedImage image = new BufferedImage(30, 20, type);
        for (int x = 0; x < 30; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, 0xff000000 | colour * x << 8 | y);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void seesThatAnOldPageIsServed() throws Exception {
        write(live, "index.html", PAGE.replace("3f9a12", "77b1d0"));

        assertThat(ReleaseStates.of(look(List.of()))).isEqualTo(ReleaseState.STALE);
    }

    @Test
    void seesThatALazyChunkWasNotUploaded() throws Exception {
        Files.delete(live.resolve("js/lazy chunk.js"));

        PlaceSighting seen = look(List.of());

        assertThat(ReleaseStates.of(seen)).isEqualTo(ReleaseState.MISSING);
        assertThat(seen.files())
                .filteredOn(file -> !file.isLive())
                .extracting(FileSighting::url)
                .singleElement()
                .asString()
                .endsWith("/js/lazy%20chunk.js");
    }

    @Test
    void glancesAtThePagesAndWhatTheyName() throws Exception {
        try (FaultySite site = FaultySite.serve(live);
                PackedFiles packed = Packages.open(release);
                PlaceLooker looker = looker(site.url())) {
            ReleaseLook look =
                    new ReleaseLook(ReleasedPackage.read(packed), Optional.empty(), List.of(looker), url -> false);

            List<PlaceSighting> seen = look.glance(List.of(site.url()), deadline());

            assertThat(seen.get(0).files())
                    .extracting(file -> file.file().key())
                    .containsExactly("index.html", "index.html", "js/main-3f9a12.js");
        }
    }

    @Test
    void knowsTheBytesOfTheReleaseBefore(@TempDir Path before) throws Exception {
        write(before, "index.html", PAGE.replace("Join", "Leave"));
        write(live, "index.html", PAGE.replace("Join", "Leave"));

        try (FaultySite site = FaultySite.serve(live);
                PackedFiles packed = Packages.open(release);
                PackedFiles old = Packages.open(before);
                PlaceLooker looker = looker(site.url())) {
            ReleaseLook look = new ReleaseLook(
                    ReleasedPackage.read(packed),
                    Optional.of(ReleasedPackage.read(old)),
                    List.of(looker),
                    url -> false);

            assertThat(look.proof(deadline()).get(0).files())
                    .filteredOn(FileSighting::isPrevious)
                    .hasSize(2);
        }
    }

    @Test
    void knowsNothingOfWhatHadTooLittleTimeToAnswer() throws Exception {
        assertThat(stateWithHangingScript(Duration.ofMillis(700), Duration.ofSeconds(10)))
                .isEqualTo(ReleaseState.UNKNOWN);
    }

    @Test
    void countsWhatHadTimeToAnswerAsNotThere() throws Exception {
        assertThat(stateWithHangingScript(Duration.ofMillis(900), Duration.ofMillis(400)))
                .isEqualTo(ReleaseState.MISSING);
    }

    private ReleaseState stateWithHangingScript(Duration time, Duration limit) throws Exception {
        try (FaultySite site = FaultySite.serve(live).failing(List.of("/js/main-3f9a12.js hang"));
                PackedFiles packed = Packages.open(release);
                PlaceLooker looker = looker(site.url(), limit)) {
            ReleaseLook look =
                    new ReleaseLook(ReleasedPackage.read(packed), Optional.empty(), List.of(looker), url -> false);

            PlaceSighting seen =
                    look.proof(new Deadline(time, System::nanoTime)).get(0);

            assertThat(seen.files()).hasSize(4);
            return ReleaseStates.of(seen);
        }
    }

    private PlaceSighting look(List<String> faults) throws Exception {
        try (FaultySite site = FaultySite.serve(live).failing(faults);
                PackedFiles packed = Packages.open(release);
                PlaceLooker looker = looker(site.url())) {
            return new ReleaseLook(ReleasedPackage.read(packed), Optional.empty(), List.of(looker), url -> false)
                    .proof(deadline())
                    .get(0);
        }
    }

    private static PlaceLooker looker(URI url) {
        return looker(url, Duration.ofSeconds(10));
    }

    private static PlaceLooker looker(URI url, Duration limit) {
        BodyLimits limits = new BodyLimits(1 << 20, 1 << 20, 1 << 22, 1L << 30);
        return new PlaceLooker(
                new Place(Place.Kind.SITE, "the site", url),
                new HttpFetcher(HttpOptions.of(url).with(limits).with(limit), Map.of(), Sleeper.SYSTEM));
    }

    private static Deadline deadline() {
        return new Deadline(Duration.ofSeconds(20), System::nanoTime);
    }

    private static void write(Path directory, String key, String text) throws IOException {
        Path file = directory.resolve(key);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
