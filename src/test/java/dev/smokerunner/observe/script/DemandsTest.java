package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandsTest {
    private static Demands only(String script) {
        List<ScriptReference> references = AScript.references(AScript.at("js/main.js", ScriptKind.MODULE, script));
        assertThat(references).hasSize(1);
        return references.get(0).reference().demands();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Worker('x.js')",
                "w??=new Worker('x.js',{name:'x'})",
                "new window.SharedWorker(new URL('x.js',import.meta.url))"
            })
    void aWorkerMustBeOfTheOwnOrigin(String script) {
        assertThat(only(script).needs()).containsExactly(Need.SAME_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Worker('x.js',{type:'module'})",
                "new Worker(\"\"+new URL(\"x.js\",import.meta.url).href,{type:\"module\",name:e})",
                "navigator.serviceWorker.register('x.js')"
            })
    void aModuleWorkerMustBeCalledJavaScriptToo(String script) {
        assertThat(only(script).needs()).containsExactlyInAnyOrder(Need.SAME_ORIGIN, Need.JAVASCRIPT_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try{const w=new Worker('x.js');w.postMessage(1)}catch(e){}",
                "try{new Worker('x.js')}catch(e){console.error(e)}",
                "try{new Worker('x.js')}catch{}"
            })
    void whoOnlyKeepsSilentHasNoOtherWay(String script) {
        assertThat(only(script).needs()).containsExactly(Need.SAME_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebAssembly.instantiateStreaming(fetch('x.wasm'),{}).catch(()=>{})",
                "WebAssembly.instantiateStreaming(fetch('x.wasm')).then(m=>run(m)).catch(e=>console.warn(e))",
                "try{await WebAssembly.instantiateStreaming(fetch('x.wasm'))}catch(e){}"
            })
    void norHasAPromiseWhoseFailureIsDropped(String script) {
        assertThat(only(script).needs()).containsExactly(Need.WASM_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let w;try{w=new Worker('x.js')}catch(e){}if(!w)w=other()",
                "try{new Worker('x.js')}catch(e){slow=true}",
                "try{new Worker('x.js')}catch(e){console.warn(e)",
                "try{new Worker('x.js')}finally{}",
                "try{w=new Worker('x.js')}catch(e){w=other()}",
                "w=same?new Worker('x.js'):wrap('x')",
                "w=!same?wrap('x'):new Worker('x.js')",
                "if(same)new Worker('x.js')",
                "window.Worker=class extends Worker{};new Worker('x.js')",
                "Object.defineProperty(window,'Worker',{value:W});new Worker('x.js')",
                "new URL('x.js',import.meta.url)"
            })
    void nothingIsDemandedWhereThereMayBeAnotherWay(String script) {
        assertThat(only(script).needs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebAssembly.instantiateStreaming(fetch('x.wasm'),{})",
                "const m=await WebAssembly.compileStreaming(fetch(new URL('x.wasm',import.meta.url)))",
                "WebAssembly.instantiateStreaming(await fetch('x.wasm')).then(use)",
                "const u=new URL('x.wasm',import.meta.url);const m=await WebAssembly.compileStreaming(fetch(u))"
            })
    void whatIsCompiledWhileItComesInMustBeCalledWebAssembly(String script) {
        assertThat(only(script).needs()).containsExactly(Need.WASM_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('x.wasm').then(use)",
                "const u=new URL('x.wasm',import.meta.url)",
                "const u=new URL('x.wasm',import.meta.url);WebAssembly.instantiateStreaming(fetch(u)).catch(other)",
                "WebAssembly.instantiateStreaming(fetch('x.wasm')).catch(other)",
                "WebAssembly.instantiateStreaming(fetch('x.wasm')).then(use,other)",
                "try{await WebAssembly.instantiateStreaming(fetch('x.wasm'))}catch{other()}"
            })
    void webAssemblyThatIsLoadedOtherwiseMustOnlyBeThere(String script) {
        assertThat(only(script)).isEqualTo(Demands.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if(i===undefined)i=new URL('x.wasm',import.meta.url)",
                "function f(i=new URL('x.wasm',import.meta.url)){}",
                "i??new URL('x.wasm',import.meta.url)",
                "new FontFace('A',buffer)",
                "const css='@font-face{src:url(plain.woff2)}'",
                "fetch('x.json')"
            })
    void aDefaultIsNotSurelyAskedFor(String script) {
        assertThat(AScript.names(ScriptKind.MODULE, script)).isEmpty();
    }

    @Test
    void findsFontsInScripts() {
        assertThat(AScript.names(
                        ScriptKind.CLASSIC,
                        "new FontFace('A','url(\"f/a.woff2\") format(\"woff2\")');"
                                + "css=`@font-face{font-family:B;src:url(/f/b-1f2e3d4c.woff)}`"))
                .containsExactly(
                        "font https://shop.example/app/f/a.woff2", "font https://shop.example/f/b-1f2e3d4c.woff");
    }

    @Test
    void aWorkerOfWebpackIsAChunkOfTheOwnOrigin() {
        LoadedScript runtime = AScript.at(
                "js/main.js",
                ScriptKind.CLASSIC,
                "(()=>{var r={};r.u=e=>\"js/\"+e+\".\"+{7:\"1f2e3d4c\"}[e]+\".js\",r.p=\"https://cdn.example/\","
                        + "r.b=document.baseURI,start=()=>new Worker(new URL(r.p+r.u(7),r.b))})()");

        assertThat(AScript.references(runtime))
                .extracting(ScriptReference::reference)
                .anySatisfy(reference -> {
                    assertThat(reference.url().orElseThrow()).hasToString("https://cdn.example/js/7.1f2e3d4c.js");
                    assertThat(reference.demands().needs()).containsExactly(Need.SAME_ORIGIN);
                });
    }

    @Test
    void findsTheListOfAngularsWorkerAndTheWorkerThatIsRegisteredByAVariable() {
        assertThat(AScript.names(ScriptKind.MODULE, "provide(\"ngsw-worker.js\",{enabled:!0})"))
                .containsExactly("worker https://shop.example/app/ngsw-worker.js");
        assertThat(AScript.names(ScriptKind.MODULE, "provide(\"ngsw-worker.js\",{enabled:!1})"))
                .isEmpty();
        assertThat(AScript.names(ScriptKind.WORKER, "get(\"ngsw.json?ngsw-cache-bust=\"+Math.random())"))
                .containsExactly("json https://shop.example/app/js/ngsw.json");
        assertThat(AScript.names(ScriptKind.WORKER, "get(`ngsw.json?ngsw-cache-bust=${Math.random()}`)"))
                .containsExactly("json https://shop.example/app/js/ngsw.json");
    }

    @Test
    void keepsWhatAWorkerStatesOfTheFilesThatItStores() {
        String sri = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        List<String> stated = AScript.references(AScript.at(
                        "sw.js",
                        ScriptKind.WORKER,
                        "keep([{url:'a.js',revision:'0123456789abcdef0123456789abcdef'},{url:'b.js',revision:null},"
                                + "{url:'c.js',revision:null,integrity:'" + sri + "'},{hash:'" + sri
                                + "',url:'d.js'}])"))
                .stream()
                .map(ScriptReference::reference)
                .map(reference -> reference.raw() + " "
                        + reference
                                .demands()
                                .digest()
                                .map(digest -> digest.keeper().name())
                                .orElse("-"))
                .toList();

        assertThat(stated).containsExactly("a.js REVISION", "b.js -", "c.js RELEASE", "d.js RELEASE");
    }
}
