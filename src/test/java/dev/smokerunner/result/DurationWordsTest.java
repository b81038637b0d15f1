package dev.smokerunner.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationWordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.9S, 0 s",
        "PT119S, 119 s",
        "PT2M, 2 min",
        "PT119M59S, 119 min",
        "PT2H, 2 h",
        "PT5H20M, 5 h 20 min",
        "PT47H59M, 47 h 59 min",
        "PT48H, 2 days",
        "P3DT4H, 3 days 4 h",
        "PT-3M, 3 min"
    })
    void saysALengthInTheUnitsThatPeopleUse(Duration duration, String words) {
        assertThat(DurationWords.of(duration)).isEqualTo(words);
    }

    @Test
    void saysDurationsInTheUnitThatFitsWithADot() {
        assertThat(DurationWords.measured(Duration.ZERO)).isEqualTo("0 ms");
        assertThat(DurationWords.measured(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(DurationWords.measured(Duration.ofMillis(1830))).isEqualTo("1.8 s");
        assertThat(DurationWords.measured(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
        assertThat(DurationWords.measured(Duration.ofMillis(59_950))).isEqualTo("1 min 0 s");
        assertThat(DurationWords.measured(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }
}
