package dev.smokerunner.check.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.Expecting;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Script tags that the config says must be there. */
class NamedScriptTest {
    private static List<Finding> findings(APage page) {
        return page.judgedBy(new ScriptTagCheck()).findings();
    }

    @Test
    void aScriptThatTheConfigNamesMustBeThere() {
        Expectations expected = Expecting.scripts("js/main-*.js", "js/lib.js");

        CheckResult result =
                APage.withBody("<script src=\"js/lib.js?v=3\"></script>").judgedBy(new ScriptTagCheck(), expected);

        assertThat(result.findings()).extracting(Finding::subject).containsExactly("js/main-*.js");
        assertThat(result.findings().get(0).evidence()).containsExactly("the page names js/lib.js?v=3");
    }

    @Test
    void aScriptInNoscriptIsNotThere() {
        CheckResult result = APage.withBody("<noscript><script src=\"js/lib.js\"></script></noscript>")
                .judgedBy(new ScriptTagCheck(), Expecting.scripts("js/lib.js"));

        assertThat(result.findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"js/main-3f9a.js", "/js/main-3f9a.js", "https://shop.example/app/js/main-3f9a.js"})
    void aScriptThatTheConfigNamesMayBeWrittenInAnyWay(String src) {
        CheckResult result = APage.withBody("<script src=\"" + src + "\"></script>")
                .judgedBy(new ScriptTagCheck(), Expecting.scripts("js/main-*.js"));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void theMainModuleOfALoaderCounts() {
        CheckResult result = APage.withBody("<script data-main=\"js/main-3f\" src=\"js/require.js\"></script>")
                .judgedBy(new ScriptTagCheck(), Expecting.scripts("js/main-*.js"));

        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aScriptThatMayStandInTheUnreadPartIsNotSaidToBeMissing() {
        CheckResult result =
                APage.withBody("<p>x</p>").cut().judgedBy(new ScriptTagCheck(), Expecting.scripts("js/a.js"));

        assertThat(result.outcome()).isEqualTo(Outcome.ERRORED);
    }
}
