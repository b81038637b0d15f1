package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleStyleTest {

    @Test
    void coloursAndWrapsOnATerminal() {
        assertThat(ConsoleStyle.fitting(Map.of("TERM", "xterm"), true))
                .isEqualTo(new ConsoleStyle(true, false, false, 100));
    }

    @Test
    void isPlainInAPipe() {
        assertThat(ConsoleStyle.fitting(Map.of("TERM", "xterm", "COLUMNS", "80"), false))
                .isEqualTo(ConsoleStyle.PLAIN);
    }

    @Test
    void wrapsAtTheColumnsOfTheTerminal() {
        assertThat(ConsoleStyle.fitting(Map.of("COLUMNS", "132"), true).width()).isEqualTo(132);
        assertThat(ConsoleStyle.fitting(Map.of("COLUMNS", "5"), true).width()).isEqualTo(60);
        assertThat(ConsoleStyle.fitting(Map.of("COLUMNS", "wide"), true).width())
                .isEqualTo(100);
    }

    @Test
    void noColorTakesTheColourAwayUnlessItIsEmpty() {
        assertThat(ConsoleStyle.fitting(Map.of("NO_COLOR", "1"), true).colour()).isFalse();
        assertThat(ConsoleStyle.fitting(Map.of("NO_COLOR", ""), true).colour()).isTrue();
    }

    @Test
    void aDumbTerminalHasNoColour() {
        assertThat(ConsoleStyle.fitting(Map.of("TERM", "dumb"), true).colour()).isFalse();
    }

    @Test
    void forcedColourReachesAPipeButNotAgainstNoColor() {
        assertThat(ConsoleStyle.fitting(Map.of("CLICOLOR_FORCE", "1"), false).colour())
                .isTrue();
        assertThat(ConsoleStyle.fitting(Map.of("CLICOLOR_FORCE", "0"), false).colour())
                .isFalse();
        assertThat(ConsoleStyle.fitting(Map.of("CLICOLOR_FORCE", "1", "NO_COLOR", "1"), false)
                        .colour())
                .isFalse();
    }

    @Test
    void anOptionTakesTheColourAwayToo() {
        assertThat(new ConsoleStyle(true, true, false, 80).withoutColour())
                .isEqualTo(new ConsoleStyle(false, true, false, 80));
    }
}
