package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecacheListTest {
    @Test
    void findsTheEntriesOfAManifest() {
        assertThat(
                        AScript.names(
                                AScript.at(
                                        "sw.js",
                                        ScriptKind.WORKER,
                                        "w.precacheAndRoute([{url:\"index.html\",revision:\"1\"},{url:\"a.js\",revision:null}],{});"
                                                + "P=[{'revision':null,'url':'b.css'},{'revision':'2','url':'/i/c.png','integrity':'x'}]")))
                .containsExactly(
                        "document https://shop.example/app/index.html",
                        "script https://shop.example/app/a.js",
                        "style https://shop.example/app/b.css",
                        "image https://shop.example/i/c.png");
    }

    @Test
    void findsWhatIsAddedToACache() {
        assertThat(
                        AScript.names(
                                AScript.at(
                                        "sw.js",
                                        ScriptKind.WORKER,
                                        "const FILES=['/','a.css'];caches.open(v).then(c=>c.addAll(FILES));c.addAll(['b.js',d,'e'+f])")))
                .containsExactly(
                        "document https://shop.example/",
                        "style https://shop.example/app/a.css",
                        "script https://shop.example/app/b.js");
    }

    @Test
    void findsTheLibraryThatABuildBringsAlong() {
        assertThat(AScript.names(
                        ScriptKind.WORKER,
                        "if(!self.define){self.define=(n,r)=>{}}define(['./workbox-8c29'],function(w){})"))
                .containsExactly("script https://shop.example/app/js/workbox-8c29.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routes([{url:'/a',name:'b'}])",
                "f([{url:'a.js',revision:r}])",
                "f([{url:a,revision:null}])",
                "let l=['a.js'];l=other;c.addAll(l)",
                "define(['./a'],f)"
            })
    void findsNothingInWhatIsNotSurelyStored(String script) {
        assertThat(AScript.names(ScriptKind.WORKER, script)).isEmpty();
    }

    @Test
    void findsNothingOutsideOfWorkers() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "f([{url:'a.js',revision:null}]);x.addAll(['b.js'])"))
                .isEmpty();
    }
}
