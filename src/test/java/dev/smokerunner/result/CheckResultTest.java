package dev.smokerunner.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckResultTest {
    private static final Finding FINDING = Finding.on(
                    URI.create("https://shop.example/"), "element", Severity.SEV2, "form")
            .build();

    @Test
    void failsWithItsFindingsOrWithWhoTellsThem() {
        assertThat(CheckResult.judged("element", 1, List.of(FINDING)).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(CheckResult.toldElsewhere("element", 1, "by asset-status").outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void cannotFailWithoutEither() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckResult("element", 1, List.of(), Outcome.FAILED, Optional.empty()));
    }

    @Test
    void cannotPassWithAFinding() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckResult("element", 1, List.of(FINDING), Outcome.PASSED, Optional.empty()));
    }
}
