package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintedNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "script.src = 'terms-26192410bf.js';",
                "s.src=\"terms-26192410bf.js\",document.body.append(s)",
                "script.setAttribute('src', 'terms-26192410bf.js')",
                "$.getScript('terms-26192410bf.js')",
                "const t='/app/terms-26192410bf.js'",
                "load(['/app/terms-26192410bf.js'])",
                "x={terms:\"/app/terms-26192410bf.js\"}"
            })
    void findsAScriptRelativeToThePage(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script))
                .containsExactly("script https://shop.example/app/terms-26192410bf.js");
    }

    @Test
    void tellsByTheNameWhatTheyAreFor() {
        assertThat(AScript.names(
                        ScriptKind.MODULE,
                        "l.href='dark.26192410bf.css';i.src='map-26192410bf.png';fetch('towns-26192410bf.json');"
                                + "a='/font-26192410bf.woff2'"))
                .containsExactly(
                        "style https://shop.example/app/dark.26192410bf.css",
                        "image https://shop.example/app/map-26192410bf.png",
                        "json https://shop.example/app/towns-26192410bf.json",
                        "font https://shop.example/font-26192410bf.woff2");
    }

    @Test
    void leavesToOthersWhatTheyFound() {
        assertThat(AScript.names(ScriptKind.MODULE, "import('/a-26192410bf.js')"))
                .containsExactly("module https://shop.example/a-26192410bf.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.src = 'plugins/code.js'",
                "a = 'terms-26192410bf.js'",
                "a = 'js/terms-26192410bf.js'",
                "s.src = 'terms-26192410bf.js' + version",
                "s.src = base + '/terms-26192410bf.js'",
                "s.src === '/terms-26192410bf.js'",
                "s.src = 'terms-26192410bf.js'.replace('a', b)",
                "names['/terms-26192410bf.js']",
                "names={'/terms-26192410bf.js':1}",
                "a.href = 'borrow-26192410bf.html'",
                "a = '/report-26192410bf.pdf'",
                "a = '//cdn.example/terms-26192410bf.js'",
                "s.setAttribute('title', 'terms-26192410bf.js')"
            })
    void findsNothingInWhatIsNotSurelyAskedFor(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script)).isEmpty();
    }
}
