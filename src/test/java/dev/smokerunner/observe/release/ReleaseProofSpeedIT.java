package dev.smokerunner.observe.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.Place;
import dev.smokerunner.observation.PlaceSighting;
import dev.smokerunner.observe.Deadline;
import dev.smokerunner.observe.http.BodyLimits;
import dev.smokerunner.observe.http.HttpFetcher;
import dev.smokerunner.observe.http.HttpOptions;
import dev.smokerunner.observe.http.Sleeper;
import dev.smokerunner.serving.Packages;
import dev.smokerunner.serving.PackedFiles;
import dev.smokerunner.serving.ServedTarget;
import dev.smokerunner.serving.Target;
import dev.smokerunner.serving.Targets;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves a large package over loopback, and downloads it plainly beside that. */
class ReleaseProofSpeedIT {
    private static final int FILES = 1_000;
    private static final int BYTES = 25_000;
    private static final int ROUNDS = 3;
    /** Digesting, comparing and a busy machine; a proof that fetched files one by one would take many times as long. */
    private static final double MOST = 3;

    @TempDir
    private Path release;

    @Test
    void takesAboutAsLongAsAPlainParallelDownloadAndKeepsNoBodies() throws Exception {
        write();
        try (ServedTarget site = Targets.open(new Target.Package(release, Map.of()), ProxySelector.of(null));
                PackedFiles packed = Packages.open(release)) {
            Duration plain = download(site.url());
            Proof proof = proof(site.url(), packed);
            long before = usedHeap();
            // In turn and the best of several: the first ones warm up the JIT, and the machine has other things to do.
            for (int round = 0; round < ROUNDS; round++) {
                plain = shorter(plain, download(site.url()));
                Proof next = proof(site.url(), packed);
                proof = new Proof(next.seen(), shorter(proof.took(), next.took()));
            }
            long kept = usedHeap() - before;

            double ratio = (double) proof.took().toNanos() / plain.toNanos();
            System.out.printf(
                    "proof of %d files: %d ms, plain parallel download: %d ms, ratio %.2f, kept %d kB%n",
                    FILES, proof.took().toMillis(), plain.toMillis(), ratio, kept / 1000);
            assertThat(proof.seen().files()).hasSize(FILES).allMatch(FileSighting::isSame);
            assertThat(ratio).isLessThan(MOST);
            assertThat(kept).isLessThan(16L << 20);
        }
    }

    private record Proof(PlaceSighting seen, Duration took) {}

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Proof proof(URI url, PackedFiles packed) throws Exception {
        long start = System.nanoTime();
        try (PlaceLooker looker = new PlaceLooker(
                new Place(Place.Kind.SITE, "the site", url),
                new HttpFetcher(
                        HttpOptions.of(url).with(new BodyLimits(1 << 20, 1 << 20, 32L << 20, 1L << 30)),
                        Map.of(),
                        Sleeper.SYSTEM))) {
            ReleaseLook look =
                    new ReleaseLook(ReleasedPackage.read(packed), Optional.empty(), List.of(looker), any -> false);
            PlaceSighting seen = look.proof(new Deadline(Duration.ofMinutes(2), System::nanoTime))
                    .get(0);
            return new Proof(seen, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static Duration download(URI url) throws Exception {
        OkHttpClient client = new OkHttpClient();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        long start = System.nanoTime();
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String address = url + "assets/file-" + i + ".js";
            all.add(threads.submit(() -> read(client, address)));
        }
        long bytes = 0;
        for (Future<Long> one : all) {
            bytes += one.get();
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        threads.shutdownNow();
        client.connectionPool().evictAll();
        assertThat(bytes).isEqualTo((long) FILES * BYTES);
        return took;
    }

    private static long read(OkHttpClient client, String address) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long count = 0;
        try (Response response = client.newCall(
                                new Request.Builder().url(address).build())
                        .execute();
                InputStream in = response.body().byteStream()) {
            for (int more = in.read(buffer); more >= 0; more = in.read(buffer)) {
                count += more;
            }
        }
        return count;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void write() throws IOException {
        Files.createDirectories(release.resolve("assets"));
        Random random = new Random(4);
        byte[] bytes = new byte[BYTES];
        for (int i = 0; i < FILES; i++) {
            random.nextBytes(bytes);
            Files.write(release.resolve("assets/file-" + i + ".js"), bytes);
        }
    }
}
