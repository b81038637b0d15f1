package dev.smokerunner.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import dev.smokerunner.result.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleErrorCheckTest {
    private static CheckResult judge(APage page) {
        return page.judgedBy(new ConsoleErrorCheck());
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"CONSOLE", "SECURITY", "OTHER"})
    void findsErrorsMildly(Source source) {
        CheckResult result = judge(APage.healthy().saying(source, "the banner is not configured", "a.js", 3));

        assertThat(result.findings()).extracting(Finding::impact).containsExactly(Severity.SEV4);
        assertThat(result.findings().get(0).message())
                .isEqualTo("an error in the console: the banner is not configured");
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"NETWORK", "EXCEPTION"})
    void leavesToOthersWhatTheySay(Source source) {
        assertThat(judge(APage.healthy().saying(source, "Failed to load resource: 404", "a.js", 0))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesTheIconAlone() {
        assertThat(judge(APage.healthy().saying(Source.OTHER, "404", "/favicon.ico", 0))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void leavesAloneWhatTheConfigAllows() {
        CheckResult result = APage.healthy()
                .saying(Source.CONSOLE, "the banner is not configured", "a.js", 3)
                .judgedBy(new ConsoleErrorCheck(), Expecting.allowing("banner"));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }
}
