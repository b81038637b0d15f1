package dev.smokerunner.anomaly.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulesTest {
    private final Random chance = new Random(3);

    @Test
    void areNineByTheNamesOfSkyline() {
        assertThat(Rules.names())
                .containsExactly(
                        "first-hour-average",
                        "mean-subtraction-cumulation",
                        "stddev-from-average",
                        "stddev-from-moving-average",
                        "least-squares",
                        "grubbs",
                        "histogram-bins",
                        "median-absolute-deviation",
                        "ks-test");
    }

    @Test
    void agreeOnASpikeAndOnADropAlike() {
        for (double newest : new double[] {20, -20}) {
            Consensus consensus = Rules.vote(sample(600, newest, newest, newest));

            assertThat(consensus.votes())
                    .filteredOn(vote -> vote.ballot() == Ballot.ANOMALOUS)
                    .extracting(Vote::rule)
                    .contains("grubbs", "histogram-bins", "median-absolute-deviation", "first-hour-average");
            assertThat(consensus.isAgreed(() -> Vote.abstains("nobody"))).isTrue();
        }
    }

    @Test
    void agreeThatWhatIsUsualIsUsual() {
        Consensus consensus = Rules.vote(sample(600));

        assertThat(consensus.against()).isLessThanOrEqualTo(1);
        assertThat(consensus.cast()).isEqualTo(9);
    }

    @Test
    void abstainFromSmallSamplesWhichCountsNeitherForNorAgainst() {
        Consensus consensus = Rules.vote(sample(12, 50, 50, 50));

        assertThat(consensus.votes())
                .filteredOn(vote -> vote.ballot() == Ballot.ABSTAINS)
                .extracting(Vote::rule)
                .contains("stddev-from-average", "grubbs", "histogram-bins", "ks-test");
        assertThat(consensus.isQuorate()).isFalse();
        assertThat(consensus.share()).isZero();
    }

    @Test
    void askForASecondOpinionWhereTheyAreDivided() {
        Consensus divided = new Consensus(IntStream.range(0, 8)
                .mapToObj(i -> new Vote("rule " + i, i < 4 ? Ballot.ANOMALOUS : Ballot.USUAL, 1, 1))
                .toList());

        assertThat(divided.isAgreed(() -> Vote.above("forest", 1, 0))).isTrue();
        assertThat(divided.isAgreed(() -> Vote.above("forest", 0, 0))).isFalse();
    }

    @Test
    void measureTheSpreadOfNumbersOfWhichMostAreEqual() {
        double[] values = new double[10];
        Arrays.fill(values, 5);
        values[0] = 15;

        assertThat(Sample.spread(values)).isGreaterThan(0);
        assertThat(Sample.spread(new double[] {1, 2, 3, 4, 5})).isEqualTo(1.4826);
    }

    @Test
    void findAnotherDistributionThoughTheMeanIsTheSame() {
        double[] values = new double[70];
        Arrays.setAll(values, i -> i < 60 ? (i % 2 == 0 ? -1 : 1) + i % 7 * 0.01 : 3 + i % 3 * 0.01);

        Vote vote = new TwoSamples().vote(of(values, 3));

        assertThat(vote.ballot()).isEqualTo(Ballot.ANOMALOUS);
        assertThat(vote.score()).isEqualTo(1);
    }

    /** By scipy.stats.t.isf(0.05 / (2 * 50), 48), which is 3.5099. */
    @Test
    void takeGrubbsLimitFromStudentsDistribution() {
        double[] values = new double[50];
        Arrays.setAll(values, i -> i % 5);

        assertThat(new Grubbs().vote(of(values, 3)).limit())
                .isCloseTo(3.128, org.assertj.core.data.Offset.offset(0.01));
    }

    private Sample sample(int size, double... newest) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> chance.nextGaussian());
        System.arraycopy(newest, 0, values, size - newest.length, newest.length);
        return of(values, 3);
    }

    private static Sample of(double[] values, int tail) {
        double[] hours = new double[values.length];
        Arrays.setAll(hours, i -> i / 60.0);
        return new Sample(hours, values, tail);
    }

    @Test
    void knowTheirNames() {
        assertThat(List.copyOf(Rules.names())).doesNotHaveDuplicates();
    }
}
