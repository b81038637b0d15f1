package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ViteDependenciesTest {
    private static String script(String list, String use) {
        return "const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=[" + list + "])))=>i.map(i=>d[i]);\n" + use;
    }

    @Test
    void tellsTheBaseFromAModuleThatIsAlsoImported() {
        assertThat(AScript.names(AScript.at(
                        "/shop/assets/index-1.js",
                        ScriptKind.MODULE,
                        script(
                                "\"assets/a-1.js\",\"assets/a-2.css\",\"assets/sub/b-3.js\"",
                                "p(()=>import(`./a-1.js`),__vite__mapDeps([0,1,2]))"))))
                .containsExactly(
                        "module https://shop.example/shop/assets/a-1.js",
                        "style https://shop.example/shop/assets/a-2.css",
                        "module https://shop.example/shop/assets/sub/b-3.js",
                        "module https://shop.example/shop/assets/a-1.js");
    }

    @Test
    void resolvesARelativeListAgainstTheScript() {
        assertThat(AScript.names(ScriptKind.MODULE, script("\"./a-1.js\",\"../b.css\"", "f()")))
                .containsExactly("module https://shop.example/app/js/a-1.js", "style https://shop.example/app/b.css");
    }

    @Test
    void readsTheListOfOlderVersions() {
        assertThat(
                        AScript.names(
                                ScriptKind.MODULE,
                                "import('./a-1.js');function __vite__mapDeps(indexes){if(!__vite__mapDeps.viteFileDeps){"
                                        + "__vite__mapDeps.viteFileDeps=[\"js/a-1.js\",\"js/a.css\"]}return indexes.map(i=>x[i])}"))
                .contains("style https://shop.example/app/js/a.css");
    }

    @Test
    void namesNothingWhereTheBaseIsUnknown() {
        assertThat(AScript.names(ScriptKind.MODULE, script("\"assets/a-1.js\"", "f()")))
                .isEmpty();
    }
}
