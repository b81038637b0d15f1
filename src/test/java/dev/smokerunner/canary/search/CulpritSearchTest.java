package dev.smokerunner.canary.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.canary.search.CulpritSearch.Culprits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CulpritSearchTest {
    private final List<Set<Integer>> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 20, 39})
    void findsOneOfFortyWithAboutTwoQuestionsForEachHalving(int culprit) {
        Culprits<Integer> culprits = search(set -> set.contains(culprit)).among(numbers(40));

        assertThat(culprits.sets()).containsExactly(Set.of(culprit));
        assertThat(culprits.rest()).hasSize(39).doesNotContain(culprit);
        assertThat(culprits.answer()).isEqualTo(Answer.GOOD);
        // All of them, twice log2 40 rounded up, and the rest without it.
        assertThat(asked).hasSizeLessThanOrEqualTo(1 + 2 * 6 + 1);
    }

    @Test
    void findsTwoThatBreakOnlyTogetherAndKeepsOneOfThem() {
        Culprits<Integer> culprits =
                search(set -> set.containsAll(Set.of(5, 31))).among(numbers(40));

        assertThat(culprits.sets()).containsExactly(Set.of(5, 31));
        assertThat(culprits.rest()).hasSize(39).contains(5);
        assertThat(culprits.answer()).isEqualTo(Answer.GOOD);
        assertThat(asked).hasSizeLessThan(50);
    }

    @Test
    void findsSeveralCulpritsOneAfterTheOther() {
        Culprits<Integer> culprits =
                search(set -> set.contains(3) || set.contains(17)).among(numbers(20));

        assertThat(culprits.sets()).containsExactlyInAnyOrder(Set.of(3), Set.of(17));
        assertThat(culprits.rest()).hasSize(18);
    }

    @Test
    void asksOnceWhereNothingIsBroken() {
        Culprits<Integer> culprits = search(set -> false).among(numbers(40));

        assertThat(culprits.sets()).isEmpty();
        assertThat(asked).hasSize(1);
    }

    @Test
    void neverAsksTheSameTwice() {
        search(set -> set.containsAll(Set.of(1, 2, 3))).among(numbers(16));

        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void findsTheCulpritAlthoughItCannotBeTriedWithoutAnother() {
        Oracle<Set<Integer>> oracle = set -> {
            if (set.contains(7) != set.contains(8)) {
                return Answer.UNKNOWN;
            }
            return set.contains(7) ? Answer.BAD : Answer.GOOD;
        };

        Culprits<Integer> culprits = new CulpritSearch<>(oracle).among(numbers(16));

        assertThat(culprits.sets()).containsExactly(Set.of(7, 8));
        assertThat(culprits.rest()).hasSize(14).doesNotContain(7, 8);
        assertThat(culprits.answer()).isEqualTo(Answer.GOOD);
    }

    @Test
    void saysThatNothingIsKnownWhereAllTogetherCannotBeTried() {
        Culprits<Integer> culprits = new CulpritSearch<Integer>(set -> Answer.UNKNOWN).among(numbers(4));

        assertThat(culprits.sets()).isEmpty();
        assertThat(culprits.answer()).isEqualTo(Answer.UNKNOWN);
    }

    private CulpritSearch<Integer> search(Predicate<Set<Integer>> bad) {
        return new CulpritSearch<>(set -> {
            asked.add(Set.copyOf(set));
            return bad.test(set) ? Answer.BAD : Answer.GOOD;
        });
    }

    private static Set<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
