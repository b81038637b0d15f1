package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementSourcesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "script.src = 'terms-26192410bf.js';",
                "s.src=\"terms-26192410bf.js\",document.body.append(s)",
                "script.setAttribute('src', 'terms-26192410bf.js')"
            })
    void findsAScriptWithAFingerprintRelativeToThePage(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script))
                .containsExactly("script https://shop.example/app/terms-26192410bf.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"link.href = 'a/dark.26192410bf.css'", "l.setAttribute(\"href\",\"a/dark.26192410bf.css\")"})
    void findsAStyleWithAFingerprintRelativeToThePage(String script) {
        assertThat(AScript.names(ScriptKind.MODULE, script))
                .containsExactly("style https://shop.example/app/a/dark.26192410bf.css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.src = 'plugins/code.js'",
                "s.src = 'terms-26192410bf.js' + version",
                "s.src = base + 'terms-26192410bf.js'",
                "s.src === 'terms-26192410bf.js'",
                "s.src = 'terms-26192410bf.js'.replace('a', b)",
                "a.href = 'borrow-26192410bf.html'",
                "s.setAttribute('title', 'terms-26192410bf.js')"
            })
    void findsNothingInWhatIsNotSurelyAskedFor(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script)).isEmpty();
    }
}
