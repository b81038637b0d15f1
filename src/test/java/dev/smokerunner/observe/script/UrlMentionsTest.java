package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlMentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Worker(new URL('x.js',import.meta.url))",
                "new SharedWorker(new URL(`x.js`,``+import.meta.url),{type:`module`})",
                "new Worker(new URL(\"\"+new URL(\"x.js\",import.meta.url).href,import.meta.url),{type:\"module\"})",
                "navigator.serviceWorker.register(new URL('x.js',import.meta.url))"
            })
    void findsAWorkerBesideTheModule(String script) {
        assertThat(AScript.names(ScriptKind.MODULE, script)).containsExactly("worker https://shop.example/app/js/x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Worker('x.js')",
                "new self.Worker(\"x.js\",{name:\"x\"})",
                "\"serviceWorker\"in navigator&&navigator.serviceWorker.register(\"x.js\")",
                "navigator.serviceWorker.register('./x.js', {scope: './'})"
            })
    void findsAWorkerRelativeToThePage(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script)).containsExactly("worker https://shop.example/app/x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.audioWorklet.addModule('x.js')",
                "if(CSS.paintWorklet)CSS.paintWorklet.addModule(\"./x.js\")"
            })
    void findsTheModuleOfAWorklet(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script)).containsExactly("module https://shop.example/app/x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "worklet.addModule(url)",
                "list.addModule('x')",
                "new Worker(url)",
                "new Worker(base+'x.js')",
                "new Worker('x.js'+v)",
                "new Worker('Ann')",
                "new Worker('data:text/javascript,1')",
                "register('sw.js')",
                "importScripts('x.js')",
                "new URL('x.js',location.href)",
                "new URL('.',import.meta.url)",
                "new URL('./',import.meta.url)",
                "new URL('../assets',import.meta.url)",
                "locate?locate('x.wasm'):new URL('x.wasm',import.meta.url).href"
            })
    void findsNothingInWhatIsNotSurelyAskedFor(String script) {
        assertThat(AScript.names(ScriptKind.CLASSIC, script)).isEmpty();
    }

    @Test
    void findsTheFilesBesideAModule() {
        assertThat(AScript.names(
                        ScriptKind.MODULE,
                        "a=new URL('p-1.svg',import.meta.url).href;new URL('d.bin',import.meta.url)"))
                .containsExactly(
                        "image https://shop.example/app/js/p-1.svg", "other https://shop.example/app/js/d.bin");
    }

    @Test
    void findsWhatAWorkerRunsRelativeToTheWorker() {
        assertThat(AScript.names(ScriptKind.WORKER, "importScripts('a.js',b,'/c.js','d'+e);x.importScripts('no.js')"))
                .containsExactly("script https://shop.example/app/js/a.js", "script https://shop.example/c.js");
    }
}
