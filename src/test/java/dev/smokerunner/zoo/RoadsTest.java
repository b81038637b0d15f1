package dev.smokerunner.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.zoo.KnownDifference.Extent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the roads of the zoo may differ in at most, and how they are compared. */
class RoadsTest {
    /** Of a hundred cases: as many as may begin with another finding than on the direct road. */
    private static final double MOST_DIFFERENT = 3;

    private static final Said MISSING = new Said("FAIL", "asset-status/asset-missing", "http://127.0.0.1/a.js");

    private static RoadComparison compared(Said other) throws IOException {
        return new RoadComparison(ZooFile.allCases().get(0), Road.FIREFOX, MISSING, other);
    }

    @ParameterizedTest
    @EnumSource(names = "DIRECT", mode = EnumSource.Mode.EXCLUDE)
    void fewCasesMayDifferAndNoneInItsVerdict(Road road) throws IOException {
        List<ZooCase> cases = ZooFile.allCases();
        List<KnownDifference> known =
                cases.stream().flatMap(zooCase -> zooCase.known(road).stream()).toList();

        assertThat(100.0 * known.size() / cases.size()).isLessThanOrEqualTo(MOST_DIFFERENT);
        assertThat(known).extracting(KnownDifference::differs).doesNotContain(Extent.verdict);
    }

    @Test
    void tellsHowFarTwoRoadsAreApart() throws IOException {
        assertThat(compared(MISSING).extent()).isEqualTo(Extent.none);
        assertThat(compared(new Said("FAIL", MISSING.kind(), "http://127.0.0.1/b.js"))
                        .extent())
                .isEqualTo(Extent.first);
        assertThat(compared(new Said("FAIL", "page-error/page-exception", MISSING.subject()))
                        .extent())
                .isEqualTo(Extent.first);
        assertThat(compared(new Said("PASS", MISSING.kind(), MISSING.subject())).extent())
                .isEqualTo(Extent.verdict);
    }

    @Test
    void wantsAReasonForEachDifference() {
        assertThatThrownBy(() -> new KnownDifference(Extent.first, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KnownDifference(Extent.none, "no matter"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesWhatWasSaidInPartsOfARun(@TempDir Path directory) throws IOException {
        RoadRows rows = new RoadRows(directory);
        List<ZooCase> cases = ZooFile.allCases().subList(0, 2);
        rows.keep(Road.DIRECT, cases.get(0), MISSING);
        rows.keep(Road.DIRECT, cases.get(1), MISSING);
        rows.keep(Road.FIREFOX, cases.get(1), MISSING);

        assertThat(rows.compared(Road.FIREFOX, cases))
                .containsExactly(new RoadComparison(cases.get(1), Road.FIREFOX, MISSING, MISSING));
    }
}
