package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingSymbolsTest {
    private static List<Finding> findings(String id) {
        return APage.withBody("<svg><use href=\"/icons.svg#" + id + "\"></use></svg>")
                .answering("/icons.svg", AnAnswer.of(200, "image/svg+xml", "<svg><symbol id='cart'></symbol></svg>"))
                .requested(ARequest.of(Kind.OTHER, "/icons.svg").answered(200, "image/svg+xml"))
                .judgedBy(new AssetStatusCheck())
                .findings();
    }

    @Test
    void namesWhatTheFileDoesNotHave() {
        assertThat(findings("basket")).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("drawing-missing");
            assertThat(finding.message()).endsWith("does not have: basket");
        });
    }

    @Test
    void saysNothingOfWhatIsThere() {
        assertThat(findings("cart")).isEmpty();
    }
}
