package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.cli.ProgressLine.Manner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final URI PAGE = URI.create("https://www.example.com/");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final MovedClock clock = new MovedClock();

    @Test
    void rewritesOneLineAndTakesItAway() {
        ProgressLine progress = new ProgressLine(err, Manner.REWRITTEN, clock);

        progress.stage("starting the browser");
        progress.page(PAGE, 1, 2);
        progress.clear();

        assertThat(written())
                .isEqualTo("\r\u001b[Kstarting the browser\r\u001b[K1 of 2 pages: https://www.example.com/\r\u001b[K");
    }

    @Test
    void clearsNothingWhereNothingIsShown() {
        ProgressLine progress = new ProgressLine(err, Manner.REWRITTEN, clock);

        progress.clear();

        assertThat(written()).isEmpty();
    }

    @Test
    void keepsWithinOneLineOfATerminal() {
        new ProgressLine(err, Manner.REWRITTEN, clock).stage("x".repeat(500) + "\n\u001b[2J");

        assertThat(written()).startsWith("\r\u001b[Kxxx").hasSizeLessThan(84).doesNotContain("\n", "\u001b[2J");
    }

    @Test
    void saysNothingInTheLogOfAShortRun() {
        ProgressLine progress = new ProgressLine(err, Manner.PLAIN, clock);

        clock.move(Duration.ofMillis(4_999));
        progress.page(PAGE, 1, 2);

        assertThat(written()).isEmpty();
    }

    @Test
    void addsALineToALogEveryFiveSecondsAtMost() {
        ProgressLine progress = new ProgressLine(err, Manner.PLAIN, clock);

        clock.move(Duration.ofSeconds(5));
        progress.page(PAGE, 1, 3);
        clock.move(Duration.ofSeconds(4));
        progress.page(PAGE, 2, 3);
        clock.move(Duration.ofSeconds(1));
        progress.page(PAGE, 3, 3);
        progress.clear();

        assertThat(written().lines())
                .containsExactly("1 of 3 pages: https://www.example.com/", "3 of 3 pages: https://www.example.com/");
    }

    @Test
    void givesNoCommandToACiSystem() {
        ProgressLine progress = new ProgressLine(err, Manner.PLAIN, clock);

        clock.move(Duration.ofSeconds(5));
        progress.stage("::error::x");

        assertThat(written()).startsWith("\\x3a:error");
    }

    @Test
    void isSilentWhenAskedToBe() {
        ProgressLine progress = new ProgressLine(err, Manner.SILENT, clock);

        clock.move(Duration.ofMinutes(1));
        progress.stage("starting the browser");
        progress.clear();

        assertThat(written()).isEmpty();
    }

    @Test
    void rewritesOnlyOnATerminalThatCanAndIsWatched() {
        assertThat(Manner.fitting(Map.of("TERM", "xterm"), true, false)).isEqualTo(Manner.REWRITTEN);
        assertThat(Manner.fitting(Map.of("TERM", "xterm"), false, false)).isEqualTo(Manner.PLAIN);
        assertThat(Manner.fitting(Map.of("TERM", "dumb"), true, false)).isEqualTo(Manner.PLAIN);
        assertThat(Manner.fitting(Map.of("CI", "true"), true, false)).isEqualTo(Manner.PLAIN);
        assertThat(Manner.fitting(Map.of(), true, true)).isEqualTo(Manner.SILENT);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.EPOCH;

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
