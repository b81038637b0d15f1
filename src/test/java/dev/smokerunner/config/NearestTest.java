package dev.smokerunner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES = List.of("name", "title", "timeout", "url", "first-party", "IMPACT");

    @ParameterizedTest
    @CsvSource({
        "nmae, name",
        "tittle, title",
        "tiemout, timeout",
        "ulr, url",
        "first_party, first-party",
        "firstParty, first-party",
        "TITLE, title",
        "impact, IMPACT"
    })
    void findsWhatWasMeant(String misspelt, String meant) {
        assertThat(Nearest.to(misspelt, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "everything"})
    void staysSilentWhereNothingIsNear(String wrong) {
        assertThat(Nearest.hint(wrong, NAMES)).isEmpty();
    }

    @Test
    void takesTheFirstOfTwoThatAreEquallyNear() {
        assertThat(Nearest.to("bat", List.of("cat", "rat"))).contains("cat");
    }
}
