package dev.smokerunner.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteTest {
    private static final Quote THROWN = new Quote("TypeError: cart is not a function");

    @Test
    void isRepeatedByWhatHasAllOfIt() {
        assertThat(new Quote("[app] TypeError: cart is not a function at start").repeats(THROWN))
                .isTrue();
        assertThat(new Quote("[app] TypeError: cart").repeats(THROWN)).isFalse();
    }

    @Test
    void isNotRepeatedWhereItIsTooShortToTell() {
        assertThat(new Quote("an error").repeats(new Quote("error"))).isFalse();
    }

    @Test
    void doesNotGiveItsWordsAwayByTheWay() {
        assertThat(THROWN).asString().doesNotContain("cart");
    }
}
