package dev.smokerunner.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportsTest {

    @Test
    void findsEachFormatByItsName() {
        assertThat(Reports.all(ConsoleStyle.PLAIN)).isNotEmpty().allSatisfy(report -> assertThat(
                        Reports.named(report.name(), ConsoleStyle.PLAIN))
                .get()
                .hasSameClassAs(report));
    }

    @Test
    void hasNoTwoFormatsThatWriteTheSameFileOrHaveTheSameName() {
        assertThat(Reports.all(ConsoleStyle.PLAIN)).extracting(Report::name).doesNotHaveDuplicates();
        assertThat(Reports.all(ConsoleStyle.PLAIN))
                .flatExtracting(report -> report.fileName().stream().toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsNoFormatThatIsNotInTheList() {
        assertThat(Reports.named("jsn", ConsoleStyle.PLAIN)).isEmpty();
    }
}
