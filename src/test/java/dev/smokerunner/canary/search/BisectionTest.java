package dev.smokerunner.canary.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.search.Bisection.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BisectionTest {
    private final List<Integer> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 63, 64})
    void findsTheFirstBadOfSixtyFourVersionsWithSixQuestions(int firstBad) {
        Step<Integer> step = bisection(firstBad).between(0, versions(1, 64), 64);

        assertThat(step).isEqualTo(new Step<>(firstBad - 1, firstBad));
        assertThat(asked).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void asksNothingWhereNothingIsBetween() {
        Step<String> step = new Bisection<String>(version -> Answer.GOOD).between("0.0.10", List.of(), "0.0.11");

        assertThat(step).isEqualTo(new Step<>("0.0.10", "0.0.11"));
    }

    @Test
    void passesOverWhatCannotBeTried() {
        Bisection<Integer> bisection = new Bisection<>(version -> {
            if (version == 5 || version == 6) {
                return Answer.UNKNOWN;
            }
            return version >= 7 ? Answer.BAD : Answer.GOOD;
        });

        assertThat(bisection.between(0, versions(1, 10), 10)).isEqualTo(new Step<>(4, 7));
    }

    private Bisection<Integer> bisection(int firstBad) {
        return new Bisection<>(version -> {
            asked.add(version);
            return version >= firstBad ? Answer.BAD : Answer.GOOD;
        });
    }

    private static List<Integer> versions(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
