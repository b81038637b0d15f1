package dev.smokerunner.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void areNamedLikeTheirClasses() {
        assertThat(Checks.all()).allSatisfy(check -> assertThat(check.name())
                .isEqualTo(check.getClass()
                        .getSimpleName()
                        .replaceAll("Check$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT)));
    }

    @Test
    void beginWithTheOneThatAllOthersWaitFor() {
        assertThat(Checks.all().get(0).name()).isEqualTo("page-status");
    }

    @Test
    void areThereOnce() {
        assertThat(Checks.all()).extracting(Check::name).doesNotHaveDuplicates().hasSize(12);
    }
}
