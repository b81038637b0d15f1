package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NextPagesTest {
    private static final String LIST = "/shop/_next/static/k3J/_buildManifest.js";

    @Test
    void findsTheChunksOfAllPages() {
        assertThat(
                        AScript.names(
                                AScript.at(
                                        LIST,
                                        ScriptKind.CLASSIC,
                                        "self.__BUILD_MANIFEST=function(a){return{\"/\":[a,\"static/chunks/pages/index-1f.js\"],"
                                                + "sortedPages:[\"/\",\"/_app\"]}}(\"static/css/9c.css\"),self.__BUILD_MANIFEST_CB();")))
                .containsExactly(
                        "script https://shop.example/shop/_next/static/chunks/pages/index-1f.js",
                        "style https://shop.example/shop/_next/static/css/9c.css");
    }

    @Test
    void leavesOtherScriptsAlone() {
        assertThat(AScript.names(AScript.at(LIST, ScriptKind.CLASSIC, "load(\"static/chunks/pages/index-1f.js\")")))
                .isEmpty();
    }
}
