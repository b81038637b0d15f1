package dev.smokerunner.check.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Check;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.check.finding.CurlCommands;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A check is added in two places, its own class and the list, also where it is the cause of what others find. */
class AddedCheckTest {

    /** The first place: a check that finds pages whose code a licence server switched off. */
    private record LicenceCheck() implements Check {
        private static final Kind EXPIRED = Kind.cause("licence-expired");

        @Override
        public String name() {
            return "licence";
        }

        @Override
        public Judgement judge(PageView page, Expectations expected) {
            return Judgement.judged(
                    name(),
                    1,
                    List.of(Detection.on(
                                    page.observation().url(),
                                    name(),
                                    EXPIRED,
                                    Severity.SEV3,
                                    page.observation().url())
                            .loses(Loss.CODE)
                            .message("the licence of the page's widgets has expired")
                            .build()));
        }
    }

    /** The second place: the list. */
    private static final List<Check> CHECKS =
            Stream.concat(Checks.all().stream(), Stream.of(new LicenceCheck())).toList();

    @Test
    void whatItExplainsIsToldWithIt() {
        PageObservation page = APage.healthy()
                .throwing("ReferenceError: widgets is not defined", "js/app.js", 3)
                .sighting("form", 0, 0)
                .seen();

        List<Finding> findings = new CheckRunner(CHECKS)
                .judge(page, Expecting.elements(RequiredElement.of("form")), new CurlCommands()).stream()
                        .map(CheckResult::findings)
                        .flatMap(List::stream)
                        .toList();

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo("licence");
            assertThat(finding.kind()).isEqualTo("licence-expired");
            assertThat(finding.impact()).isEqualTo(Severity.SEV2);
            assertThat(finding.evidence())
                    .contains("explains: 1 page error", "probably explains: 1 missing element (form)");
        });
    }
}
