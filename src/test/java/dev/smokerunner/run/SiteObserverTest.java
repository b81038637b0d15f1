package dev.smokerunner.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observation.PreviousSighting;
import dev.smokerunner.observation.ReleaseSighting;
import dev.smokerunner.observation.SiteObservation;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.serving.Edges;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SiteObserverTest {
    private static final SiteObservation BEFORE =
            SiteObservation.of(Captured.unseen("a live site has no list of its files", Fault.NOT_ASKED));

    @TempDir
    private Path directory;

    private final TestTime time = new TestTime();
    private URI site = URI.create("http://127.0.0.1:1/");

    @BeforeEach
    void takeAnAddressWhereNobodyAnswers() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            site = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
        }
    }

    @Test
    void addsNothingWhereNothingIsAsked() {
        assertThat(look(APlan.of(site))).isEqualTo(BEFORE);
    }

    @Test
    void saysWhyThePlacesOfAnotherSiteAreNotAsked() {
        Edges ofOther = new Edges(Optional.empty(), List.of(), false, Optional.of(URI.create("https://shop.example/")));

        assertThat(look(APlan.of(site).edges(ofOther)).edges())
                .isEqualTo(Captured.<List<PlaceSighting>>unseen(
                        "the origin and edges of the config are those of https://shop.example/, and --target names"
                                + " another site",
                        Fault.NOT_ASKED));
    }

    /** A name that no name server has, by RFC 6761. */
    @Test
    void saysThatNoEdgeWasAskedWhereTheNameHasNone() {
        site = URI.create("http://shop.invalid/");

        SiteObservation seen = look(APlan.of(site).edges(new Edges(Optional.empty(), List.of(), true)));

        assertThat(seen.notes())
                .singleElement()
                .asString()
                .startsWith("no edge was asked: ")
                .contains("shop.invalid");
    }

    @Test
    void looksOnceForAReleaseThatIsNotWaitedFor() throws IOException {
        ReleaseSighting seen = look(APlan.of(site).release(release(Duration.ZERO)))
                .release()
                .value()
                .orElseThrow();

        assertThat(seen.polls()).hasSize(1);
        assertThat(seen.arrived()).isFalse();
    }

    @Test
    void looksLessAndLessOftenForAReleaseUntilTheWaitIsOver() throws IOException {
        ReleaseSighting seen = look(APlan.of(site).release(release(Duration.ofSeconds(10))))
                .release()
                .value()
                .orElseThrow();

        assertThat(seen.polls()).hasSizeGreaterThan(1);
        assertThat(seen.arrived()).isFalse();
        assertThat(seen.waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(time.pauses()).isNotEmpty();
    }

    @Test
    void watchesAnUploadFirstAndForAsLongAsItShould() {
        ReleasePlan watch = new ReleasePlan(Optional.empty(), Duration.ZERO, Optional.empty(), Duration.ofSeconds(5));

        assertThat(look(APlan.of(site).release(watch))
                        .upload()
                        .value()
                        .orElseThrow()
                        .watched())
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void takesAPackageThatIsNotThereAsNoFaultOfTheSite() {
        Path gone = directory.resolve("gone.zip");
        ReleasePlan both = new ReleasePlan(
                Optional.of(gone), Duration.ZERO, Optional.of(new Previous.Packaged(gone)), Duration.ZERO);

        SiteObservation seen = look(APlan.of(site).release(both));

        assertThat(seen.release()).isInstanceOfSatisfying(Captured.Unseen.class, why -> assertThat(why.fault())
                .isEqualTo(Fault.TOOL));
        assertThat(seen.previous()).isInstanceOfSatisfying(Captured.Unseen.class, why -> assertThat(why.fault())
                .isEqualTo(Fault.TOOL));
        assertThat(seen.edges()).isEqualTo(BEFORE.edges());
    }

    @Test
    void asksNobodyForTheAssetsOfAReleaseBeforeOfAPackageThatIsNotUploaded() throws IOException {
        ReleasePlan before = new ReleasePlan(
                Optional.empty(), Duration.ZERO, Optional.of(new Previous.Packaged(packed())), Duration.ZERO);

        PreviousSighting seen =
                look(APlan.of(directory).release(before)).previous().value().orElseThrow();

        assertThat(seen.retained()).isEmpty();
        assertThat(seen.isLive()).isFalse();
    }

    @Test
    void endsAnInterruptedWaitAndSaysSo() throws IOException {
        LocalSystem interrupting = new LocalSystem(
                time.system().clock(),
                time.system().nanoTime(),
                pause -> {
                    throw new InterruptedException("stop");
                },
                time.system().environment());

        SiteObservation seen = look(APlan.of(site).release(release(Duration.ofSeconds(10))), interrupting);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen.release()).isEqualTo(Captured.<ReleaseSighting>unseen("the run was interrupted", Fault.TOOL));
    }

    private SiteObservation look(APlan plan) {
        return look(plan, time.system());
    }

    private SiteObservation look(APlan plan, LocalSystem system) {
        Deadline deadline = new Deadline(Duration.ofMinutes(2), system.nanoTime());
        return new SiteObserver(plan.plan(), site, List.of(site), deadline, system, Progress.SILENT).with(BEFORE);
    }

    private ReleasePlan release(Duration longestWait) throws IOException {
        return new ReleasePlan(Optional.of(packed()), longestWait, Optional.empty(), Duration.ZERO);
    }

    private Path packed() throws IOException {
        Files.writeString(directory.resolve("index.html"), "<!DOCTYPE html><title>Shop</title><h1>Shop</h1>");
        return directory;
    }
}
