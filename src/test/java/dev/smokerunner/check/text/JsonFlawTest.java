package dev.smokerunner.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFlawTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"a\":[1,-2.5e+3,true,false,null,\"\\u00e4\\n\"]}",
                " [ { } , [ ] ] \n",
                "\uFEFF{\"a\":1}",
                // Lines of JSON, and what just ends too early.
                "{\"a\":1}\n{\"a\":2}",
                "{\"a\":",
                ""
            })
    void wholeJsonHasNone(String json) {
        assertThat(JsonFlaw.of(json)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,} | 8",
                "[1,] | 4",
                "[1 2] | 4",
                "{a:1} | 2",
                "{'a':1} | 2",
                "{\"a\" 1} | 6",
                "{\"a\":NaN} | 6",
                "{\"a\":01} | 6",
                "[\"a\\x\"] | 2",
                "[1} | 3",
                "{\"a\"} | 5",
                "{&quot;a&quot;:1} | 2",
                "[1] // all | 5",
            })
    void aFlawIsFoundWhereItStands(String json, int column) {
        assertThat(JsonFlaw.of(json)).hasValueSatisfying(flaw -> {
            assertThat(flaw.line()).isEqualTo(1);
            assertThat(flaw.column()).isEqualTo(column);
        });
    }

    @Test
    void aLineEndInAStringIsAFlaw() {
        assertThat(JsonFlaw.of("[\n\"a\nb\"]"))
                .hasValueSatisfying(flaw -> assertThat(flaw.line()).isEqualTo(2));
    }

    @Test
    @Timeout(5)
    void longTextsAreReadOnce() {
        assertThat(JsonFlaw.of("[" + "\"".repeat(200_000))).isPresent();
        assertThat(JsonFlaw.of("[".repeat(500_000))).isEmpty();
    }
}
