package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExplainCommandTest {

    @Test
    void aCheckIsExplainedInLinesThatFitATerminal() {
        Call call = explain("asset-status");

        assertThat(call.code()).isZero();
        assertThat(call.out())
                .startsWith("asset-status\nimpact 2 ")
                .contains(
                        "\nHow it is judged:\n", "\nHow to tune it:\n", "\nExample:\n    assets:\n", "asset-missing, ")
                .doesNotContain("`");
        assertThat(call.out().lines().skip(2)).allMatch(line -> line.length() <= 90);
    }

    @Test
    void aKindIsExplainedWithItsCheck() {
        assertThat(explain("tag-unclosed").out())
                .startsWith("tag-unclosed\na finding of script-tag\nimpact 2\n\nA tag such as ")
                .contains("\nDo: close it.\n", "\nHow to tune it:\n");
        assertThat(explain("zip-damaged").out()).startsWith("zip-damaged\na finding of package\n");
    }

    @Test
    void aCheckWithOneKindSaysWhatToDo() {
        assertThat(explain("fallback").out()).contains("\nWhat to do:\n", "\nDo: limit the fallback");
    }

    @Test
    void withoutANameAllChecksAreListed() {
        assertThat(explain().out()).contains("\npage-status  ", "\nsearch-engines  ");
    }

    @Test
    void aNameThatIsMisspeltGetsTheNearest() {
        Call call = explain("aset-missing");

        assertThat(call.code()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("got \"aset-missing\"; did you mean \"asset-missing\"?");
    }

    private static Call explain(String... name) {
        return Call.smoke(
                new StubApplication(),
                java.util.stream.Stream.concat(java.util.stream.Stream.of("explain"), java.util.stream.Stream.of(name))
                        .toArray(String[]::new));
    }
}
