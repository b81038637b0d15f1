package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void countsOneThingAndMany() {
        assertThat(Wording.count(0, "page")).isEqualTo("0 pages");
        assertThat(Wording.count(1, "page")).isEqualTo("1 page");
        assertThat(Wording.count(27, "request")).isEqualTo("27 requests");
    }
}
