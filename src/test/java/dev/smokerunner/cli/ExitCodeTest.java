package dev.smokerunner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void keepsTheNumbersOfTheContract() {
        List<Integer> codes =
                Arrays.stream(ExitCode.values()).map(ExitCode::code).toList();

        assertThat(codes).containsExactly(0, 1, 2, 3, 130, 143);
    }

    @Test
    void letsAFailWinOverWhatCouldNotBeFoundOut() {
        ExitCode worst = ExitCode.worst(List.of(ExitCode.PASS, ExitCode.INCONCLUSIVE, ExitCode.FAIL));

        assertThat(worst).isEqualTo(ExitCode.FAIL);
    }
}
