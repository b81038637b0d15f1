package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmdModulesTest {
    private static final AmdPage PAGE = new AmdPage(AScript.PAGE, Optional.of("js/main"), false);

    @Test
    void resolvesAgainstTheFolderOfTheMainScript() {
        assertThat(main("require(['a','sub/b'],function(a){})"))
                .containsExactly(
                        "script https://shop.example/app/js/a.js", "script https://shop.example/app/js/sub/b.js");
    }

    @Test
    void resolvesAsTheConfigurationSays() {
        assertThat(main("requirejs.config({baseUrl:'/lib',urlArgs:'v=2',paths:{jquery:'vendor/jquery-2',"
                        + "cdn:'https://cdn.example/c','tpl':'../tpl'},bundles:{core:['one','two']}});"
                        + "requirejs(['jquery','cdn','tpl/x','two','/y.js','plain'])"))
                .containsExactly(
                        "script https://shop.example/lib/vendor/jquery-2.js?v=2",
                        "script https://cdn.example/c.js?v=2",
                        "script https://shop.example/tpl/x.js?v=2",
                        "script https://shop.example/lib/core.js?v=2",
                        "script https://shop.example/y.js?v=2",
                        "script https://shop.example/lib/plain.js?v=2");
    }

    @Test
    void asksForNothingThatTheFileDefinesItself() {
        assertThat(
                        main(
                                "define('jquery',[],f);define('view',['jquery','./part','util'],f);define('part',['require'],f);"
                                        + "require.config({paths:{jquery:'gone/jquery',unused:'gone/unused'}});require(['view'])"))
                .containsExactly("script https://shop.example/app/js/util.js");
    }

    @Test
    void followsOnlyWhatIsRequired() {
        assertThat(main("define('a',['b'],f);define('dead',['gone'],f);require(['a'])"))
                .containsExactly("script https://shop.example/app/js/b.js");
    }

    @Test
    void followsAModuleIntoItsFile() {
        LoadedScript main = AScript.at("js/main.js", ScriptKind.CLASSIC, "define(['views/list'],function(l){})");
        LoadedScript list = AScript.at(
                "js/views/list.js",
                ScriptKind.CLASSIC,
                "define(function(require){var r=require('./row'),q=x.require('no');return require('text!t.html')})");

        assertThat(AScript.names(PAGE, main, list))
                .containsExactly(
                        "script https://shop.example/app/js/views/list.js",
                        "script https://shop.example/app/js/views/row.js",
                        "script https://shop.example/app/js/text.js");
    }

    @Test
    void waitsForTheFilesThatMayDefineWhatIsRequiredLater() {
        LoadedScript main = AScript.at(
                "js/main.js", ScriptKind.CLASSIC, "require(['common'],function(){require(['part','lazy'])})");
        LoadedScript common = AScript.at("js/common.js", ScriptKind.CLASSIC, "define('part',[],f);define('common',f)");

        assertThat(AScript.names(PAGE, main)).containsExactly("script https://shop.example/app/js/common.js");
        assertThat(AScript.names(PAGE, main, common)).containsExactly("script https://shop.example/app/js/lazy.js");
    }

    @Test
    void followsWhatAScriptNeedsThatDefinesNothing() {
        assertThat(main("require.config({shim:{plugin:['jq'],other:{deps:['x']}}});require(['plugin'])"))
                .containsExactly(
                        "script https://shop.example/app/js/plugin.js", "script https://shop.example/app/js/jq.js");
    }

    @Test
    void countsAConfigurationBeforeTheLoader() {
        LoadedScript inline =
                AScript.at("./", ScriptKind.CLASSIC, "var require = {baseUrl: '/static/js', deps: ['app']};");

        assertThat(AScript.names(PAGE, inline)).containsExactly("script https://shop.example/static/js/app.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require.config({baseUrl:window.base});require(['a'])",
                "require.config(config);require(['a'])",
                "require.config({paths:{a:['//cdn.example/a','lib/a']}});require(['a'])",
                "require.config({paths:{a:'empty:'}});require(['a'])",
                "require.config({map:{'*':{a:'b'}}});require(['a'])",
                "require.config({packages:[{name:'a',location:'l'}]});require(['a'])",
                "require(name);require('fs');x.require(['a']);require(['./a'])",
                "define(['a'],f);define(['b'],f)"
            })
    void namesNothingThatIsNotSurelyAskedFor(String script) {
        assertThat(main(script)).isEmpty();
    }

    @Test
    void namesNothingOnAPageWithoutRequireJs() {
        assertThat(AScript.names(ScriptKind.CLASSIC, "define(['a'],f);require(['b'])"))
                .isEmpty();
    }

    @Test
    void knowsRequireJsByItsText() {
        LoadedScript loader = AScript.at(
                "r.js", ScriptKind.CLASSIC, "var requirejs,require,define;s.getAttribute('data-main');require(['x'])");
        LoadedScript main = AScript.at("m.js", ScriptKind.CLASSIC, "require(['a'])");

        assertThat(AScript.names(loader, main)).containsExactly("script https://shop.example/app/a.js");
    }

    @Test
    void leavesOutWhatAScriptOfAnotherSiteMayDefine() {
        AmdPage page = new AmdPage(AScript.PAGE, Optional.of("js/main"), true);
        LoadedScript main = AScript.at(
                "js/main.js", ScriptKind.CLASSIC, "require.config({paths:{a:'lib/a'}});require(['jquery','a'])");

        assertThat(AScript.names(page, main)).containsExactly("script https://shop.example/app/js/lib/a.js");
    }

    private static List<String> main(String text) {
        return AScript.names(PAGE, AScript.at("js/main.js", ScriptKind.CLASSIC, text));
    }
}
