package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurbopackChunksTest {
    private static final String START =
            "(globalThis.TURBOPACK||(globalThis.TURBOPACK=[])).push([document.currentScript,";

    private static LoadedScript chunk(String path, String rest) {
        return AScript.at(path, ScriptKind.CLASSIC, START + rest);
    }

    @Test
    void resolvesTheChunksOfALazyModuleAgainstTheFolderOfTheBuild() {
        assertThat(AScript.names(chunk(
                        "/shop/_next/static/chunks/3hau0z.js",
                        "60837,e=>{e.v(t=>Promise.all([\"static/chunks/0vev.js\",\"static/chunks/0au.css\"]"
                                + ".map(t=>e.l(t))).then(()=>t(42734)))}])")))
                .containsExactly(
                        "script https://shop.example/shop/_next/static/chunks/0vev.js",
                        "style https://shop.example/shop/_next/static/chunks/0au.css");
    }

    @Test
    void findsTheChunksThatTheStartNeeds() {
        assertThat(AScript.names(chunk(
                        "/_next/static/chunks/turbopack-2.js",
                        "{otherChunks:[\"static/chunks/1.js\"],runtimeModuleIds:[1]}])")))
                .containsExactly("script https://shop.example/_next/static/chunks/1.js");
    }

    @Test
    void namesNothingWhereTheFolderOfTheBuildIsUnknown() {
        assertThat(AScript.names(chunk("/assets/3hau0z.js", "[\"static/chunks/0vev.js\"].map(f)])")))
                .isEmpty();
    }

    @Test
    void leavesTheListsOfOtherScriptsAlone() {
        assertThat(AScript.names(AScript.at(
                        "/_next/static/chunks/a.js", ScriptKind.CLASSIC, "[\"static/chunks/0vev.js\"].map(f)")))
                .isEmpty();
    }
}
