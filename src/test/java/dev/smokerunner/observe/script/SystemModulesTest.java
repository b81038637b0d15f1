package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemModulesTest {
    @Test
    void findsWhatAModuleNeedsAndWhatItImportsLater() {
        assertThat(AScript.names(
                        ScriptKind.CLASSIC,
                        "System.register(['./shared-legacy.js','react'],function(e,t){return{setters:[],execute:"
                                + "function(){b.onclick=()=>t.import('./terms-legacy.js')}}})"))
                .containsExactly(
                        "script https://shop.example/app/js/shared-legacy.js",
                        "script https://shop.example/app/js/terms-legacy.js");
    }

    @Test
    void findsTheNeedsOfAModuleWithAName() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "System.register('main',['./a.js'],f)"))
                .containsExactly("script https://shop.example/app/js/a.js");
    }

    @Test
    void findsWhatIsImportedIntoThePage() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "System.import('./start.js');System.import('app')"))
                .containsExactly("script https://shop.example/app/start.js");
    }

    @Test
    void findsNothingInOtherThingsThatImport() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "store.import('./a.js')")).isEmpty();
    }
}
