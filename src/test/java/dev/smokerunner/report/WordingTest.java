package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void countsOneThingAndMany() {
        assertThat(Wording.count(0, "page")).isEqualTo("0 pages");
        assertThat(Wording.count(1, "page")).isEqualTo("1 page");
        assertThat(Wording.count(27, "request")).isEqualTo("27 requests");
    }

    @Test
    void saysDurationsInTheUnitThatFitsWithADot() {
        assertThat(Wording.duration(Duration.ZERO)).isEqualTo("0 ms");
        assertThat(Wording.duration(Duration.ofMillis(999))).isEqualTo("999 ms");
        assertThat(Wording.duration(Duration.ofMillis(1830))).isEqualTo("1.8 s");
        assertThat(Wording.duration(Duration.ofMillis(59_949))).isEqualTo("59.9 s");
        assertThat(Wording.duration(Duration.ofMillis(59_950))).isEqualTo("1 min 0 s");
        assertThat(Wording.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
    }
}
