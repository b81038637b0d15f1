package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingSymbolsTest {
    private static List<Finding> findings(String id) {
        String tag = "<use href=\"/icons.svg#" + id + "\">";
        return APage.withBody("<svg>" + tag + "</use></svg>")
                .namingByTag(Role.IMAGE, "/icons.svg#" + id, tag)
                .answering("/icons.svg", AnAnswer.of(200, "image/svg+xml", "<svg><symbol id='cart'></symbol></svg>"))
                .requested(ARequest.of(Kind.OTHER, "https://shop.example/icons.svg")
                        .answered(200, "image/svg+xml"))
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
