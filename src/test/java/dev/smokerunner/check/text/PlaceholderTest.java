package dev.smokerunner.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.ARequest;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Told;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {
    private static final String TAG = "<p>Tides</p><script src=\"settings.js\"></script>";

    private static APage page(String settings) {
        return APage.withBody(TAG).answering("settings.js", AnAnswer.of(200, "text/javascript", settings));
    }

    private static List<Finding> found(APage page) {
        PageObservation seen = page.seen();
        return Told.of(seen, Judgement.judged("asset-body", 1, UnfilledTexts.of("asset-body", seen)))
                .findings();
    }

    @ParameterizedTest
    @CsvSource({
        "${API_URL}, API_URL",
        "$API_URL, API_URL",
        "__API_URL__, API_URL",
        "#{apiUrl}#, apiUrl",
        "@api.url@, api.url",
        "%API_URL%, API_URL",
        "$(Api.Url), Api.Url",
        "{{ .Values.api }}, .Values.api",
        "<%= API_URL %>, API_URL",
        "https://${API_HOST}/v1, API_HOST",
    })
    void settingsThatWereNotFilledInNameTheirFileAndTheValue(String value, String name) {
        assertThat(found(page("window.env = { API: \"" + value + "\" };")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains("settings.js").contains(name);
                    assertThat(finding.impact()).isEqualTo(Severity.SEV3);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.t = { items: \"{{count}} items\", hi: \"{{name}}\", more: \"${count} more\" };",
                "window.s = { kind: \"__NONE__\", price: \"$USD 5\", off: \"50% OFF\" };",
                "(function () { var t = \"${API_URL}\"; return t; })();",
                "const a = { b: `${API_URL}` };",
            })
    void whatOnlyLooksLikeIt(String script) {
        assertThat(found(page(script))).isEmpty();
    }

    @Test
    void theCallsThatFailByItAreItsEvidence() {
        APage page = page("window.env = { API: \"${API_URL}\" };")
                .requested(ARequest.of(Kind.SCRIPT, "settings.js").answered(200, "text/javascript"))
                .requested(ARequest.of(Kind.CALL, "$%7BAPI_URL%7D/tides").answered(404, "text/html"));

        assertThat(page.findings()).hasSize(1);
        assertThat(page.findings().get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(page.findings().get(0).subject()).endsWith("settings.js");
        assertThat(page.findings().get(0).evidence()).anyMatch(line -> line.contains("%7BAPI_URL%7D/tides: 404"));
    }

    @Test
    void dataThatThePageCalledForIsReadAsWell() {
        APage page = APage.withBody("<p>Tides</p>")
                .naming(Role.JSON, "config.json", Reference.Origin.BROWSER)
                .answering("config.json", AnAnswer.of(200, "application/json", "{\"api\": \"__API_URL__\"}"));

        assertThat(found(page)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ title }}",
                "Version %APP_VERSION%",
                "Hello [object Object]",
                "[object Promise] left",
                "© ${YEAR_NOW}"
            })
    void visitorsSeeIt(String text) {
        assertThat(found(APage.healthy().showingTemplateTexts(text)))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in a template {{ name }} is the name", "write to @ferries@social.example", "__init__"})
    void visitorsAreToldOfIt(String text) {
        assertThat(found(APage.healthy().showingTemplateTexts(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/$%7BAPI_URL%7D/v1, API_URL",
        "https://a.example/undefined/v1, undefined",
        "https://a.example/x/[object%20Object], [object Object]",
        "https://a.example/%PUBLIC_URL%/x.json, PUBLIC_URL",
        "https://__api_host__/v1, API_HOST",
        "https://undefined/v1, undefined",
    })
    void anAddressNamesWhatWasNotFilledIn(String url, String name) {
        assertThat(Placeholder.inAddress(url)).map(Placeholder::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/s?q=undefined",
                "https://a.example/__webpack_hmr",
                "https://a.example/undefined-behaviour",
                "https://a.example/%C3%BC/x",
                "https://a.example/nullable/x",
            })
    void anOrdinaryAddressDoesNot(String url) {
        assertThat(Placeholder.inAddress(url)).isEmpty();
    }
}
