package dev.smokerunner.run.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.release.ReleaseStates;
import dev.smokerunner.observation.Poll;
import dev.smokerunner.result.ReleaseState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays scripted propagation histories on a clock that only moves when somebody sleeps. */
class ArrivalHistoriesTest {
    private final AtomicReference<Duration> now = new AtomicReference<>(Duration.ZERO);

    static Stream<History> histories() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/arrival/histories.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(History::parse);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void endsAndLooksAsTheHistorySays(History history) throws IOException, InterruptedException {
        ArrivalWatch watch = new ArrivalWatch(
                last -> new ArrivalWatch.Seen(List.of(), history.statesAt(now.get())),
                () -> now.get().toNanos(),
                pause -> now.updateAndGet(time -> time.plus(pause)));

        ArrivalWatch.Ended ended = watch.await(history.limit());

        assertThat(ended.arrival().polls()).extracting(Poll::at).containsExactlyElementsOf(history.looks());
        assertThat(ended.took()).isEqualTo(history.looks().get(history.looks().size() - 1));
        assertThat(verdict(ended)).isEqualTo(history.verdict());
    }

    @Test
    void endsWithTheLookThatTookAllTheTime() throws IOException, InterruptedException {
        ArrivalWatch watch = new ArrivalWatch(
                last -> new ArrivalWatch.Seen(List.of(), List.of(ReleaseState.UNKNOWN), true), () -> 0, pause -> {});

        assertThat(watch.await(Duration.ofMinutes(2)).arrival().polls()).hasSize(1);
    }

    private static ReleaseState verdict(ArrivalWatch.Ended ended) {
        ReleaseState last = ReleaseStates.over(ended.last().states());
        return last == ReleaseState.LIVE && !ended.arrival().isDone() ? ReleaseState.CONVERGING : last;
    }

    /** One line of the file. */
    private record History(
            String name,
            Duration limit,
            List<TreeMap<Duration, ReleaseState>> places,
            ReleaseState verdict,
            List<Duration> looks) {

        static History parse(String line) {
            String[] parts = line.split(" \\| ");
            return new History(
                    parts[0],
                    seconds(parts[1]),
                    Arrays.stream(parts[2].split(" / ")).map(History::place).toList(),
                    ReleaseState.valueOf(parts[3].toUpperCase(Locale.ROOT)),
                    Arrays.stream(parts[4].split(" ")).map(History::seconds).toList());
        }

        List<ReleaseState> statesAt(Duration time) {
            return places.stream()
                    .map(place -> place.floorEntry(time).getValue())
                    .toList();
        }

        @Override
        public String toString() {
            return name;
        }

        private static TreeMap<Duration, ReleaseState> place(String text) {
            TreeMap<Duration, ReleaseState> states = new TreeMap<>();
            for (String change : text.split(", ")) {
                String[] words = change.split(" ");
                states.put(seconds(words[0]), state(words[1]));
            }
            return states;
        }

        private static ReleaseState state(String word) {
            return switch (word) {
                case "new" -> ReleaseState.LIVE;
                case "old" -> ReleaseState.STALE;
                case "mixed" -> ReleaseState.MIXED;
                case "gone" -> ReleaseState.MISSING;
                case "unknown" -> ReleaseState.UNKNOWN;
                default -> throw new IllegalArgumentException(word);
            };
        }

        private static Duration seconds(String text) {
            return Duration.ofSeconds(Long.parseLong(text.strip()));
        }
    }
}
