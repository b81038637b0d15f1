package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.ImportMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleImportsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "import './x.js'",
                "import{a as b,c}from\"./x.js\";",
                "import a,{b}from\"./x.js\"",
                "import * as a from './x.js'",
                "import a, * as b from './x.js';",
                "import from from './x.js'",
                "export*from'./x.js'",
                "export * as a from './x.js'",
                "export{a as default}from'./x.js'",
                "f();import('./x.js')",
                "const a=()=>import(/* @vite-ignore */ `./x.js`)",
                "a(()=>b(()=>import('./x.js').then(c=>c.d)))",
                "import('./x.js',{with:{}})"
            })
    void findsAModuleInEachForm(String script) {
        assertThat(AScript.names(ScriptKind.MODULE, script)).containsExactly("module https://shop.example/app/js/x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import('lodash')",
                "import 'lodash'",
                "import('node:fs')",
                "import(name)",
                "import('./a/'+name+'.js')",
                "import(`./a/${name}.js`)",
                "new Function(\"return import('./x.js')\")",
                "// import('./x.js')",
                "/** @type {import('./x.js')} */",
                "a.import('./x.js')",
                "const sample = `import a from './x.js'; import('./y.js')`",
                "function f(){ return \"import './x.js'\" }",
                "import('data:text/javascript,1')",
                "import.meta.resolve('./x.js')",
                "var export_from = './x.js'",
                "export const a = {from: './x.js'}",
                "export default function(){ from('./x.js') }",
                "require('./x.js'); require('fs')"
            })
    void findsNothingInWhatIsNotSurelyAskedFor(String script) {
        assertThat(AScript.names(ScriptKind.MODULE, script)).isEmpty();
    }

    @Test
    void findsStatementsOnlyInModules() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "import './x.js';import('./y.js')"))
                .containsExactly("module https://shop.example/app/js/y.js");
    }

    @Test
    void findsDataAndStylesThatAreImported() {
        assertThat(AScript.names(
                        ScriptKind.MODULE,
                        "import a from './a.json' with {type:'json'};import b from './b.css' assert { type: 'css' };"
                                + "import('./c.json',{with:{type:'json'}})"))
                .containsExactly(
                        "json https://shop.example/app/js/a.json",
                        "style https://shop.example/app/js/b.css",
                        "json https://shop.example/app/js/c.json");
    }

    @Test
    void spellsAddressesAsBrowsersDo() {
        assertThat(AScript.names(
                        ScriptKind.MODULE,
                        "import('/a b.js');import('../ü.js?v=1#x');import('//cdn.example/c.js');import('.\\\\d.js')"))
                .containsExactly(
                        "module https://shop.example/a%20b.js",
                        "module https://shop.example/app/%C3%BC.js?v=1", "module https://cdn.example/c.js");
    }

    @Test
    void resolvesThroughTheImportMapOfThePage() {
        HtmlDocument page = HtmlReader.read(
                AScript.PAGE,
                "<script type=importmap>{\"imports\":{\"lib\":\"./lib-1.js\",\"lib/\":\"/lib/\",\"/app/a.js\":\"./a-2.js\","
                        + "\"off\":null},\"scopes\":{\"/app/old/\":{\"lib\":\"/lib-0.js\"}}}</script>"
                        + "<script type=module>import 'lib';import 'lib/b.js';import './a.js';import 'off';import 'bare'</script>",
                false);
        ScriptScope scope = new ScriptScope(page.base(), ImportMap.of(page));

        List<LoadedScript> inline = InlineScripts.of(page, scope);

        assertThat(AScript.names(inline.toArray(LoadedScript[]::new)))
                .containsExactly(
                        "module https://shop.example/app/lib-1.js",
                        "module https://shop.example/lib/b.js",
                        "module https://shop.example/app/a-2.js");
        assertThat(scope.modules().resolve("lib", AScript.PAGE.resolve("old/x.js")))
                .contains(AScript.PAGE.resolve("/lib-0.js"));
    }

    @Test
    void resolvesAnInlineModuleAgainstTheBaseAndTellsItsPlaceInThePage() {
        HtmlDocument page = HtmlReader.read(
                AScript.PAGE,
                "<base href=/static/>\n<script type=module>\n  import './a.js'</script><script type=x>import('./b.js')</script>",
                false);

        List<ScriptReference> references =
                AScript.references(InlineScripts.of(page, new ScriptScope(page.base(), ImportMap.NONE))
                        .toArray(LoadedScript[]::new));

        assertThat(references).singleElement().satisfies(found -> {
            Reference reference = found.reference();
            assertThat(reference.url()).contains(AScript.PAGE.resolve("/static/a.js"));
            assertThat(reference.file()).isEqualTo(AScript.PAGE);
            assertThat(reference.origin()).isEqualTo(Reference.Origin.SCRIPT);
            assertThat(reference.range()).hasValueSatisfying(range -> assertThat(range.line() + ":" + range.column())
                    .isEqualTo("3:10"));
        });
    }

    @Test
    void cutsTheExcerptOutOfALongLine() {
        String line = "a();".repeat(1000) + "import('./x.js')" + ";b()".repeat(1000);

        List<ScriptReference> references = AScript.references(AScript.at("m.js", ScriptKind.CLASSIC, line));

        assertThat(references.get(0).reference().excerpt())
                .startsWith("…")
                .contains("import('./x.js')")
                .hasSizeLessThan(260);
    }
}
