package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpackRuntimeTest {
    private static final String LOADER =
            "r.f.j=(e,t)=>{let n=r.o(o,e)?o[e]:void 0;if(0!==n)if(n)t.push(n[2]);else{load(r.p+r.u(e))}}";

    private static String runtime(String names, String publicPath, String loader) {
        return "(()=>{var o={9:0};function r(e){}r.u=" + names + "," + loader + "," + publicPath + "})();";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e=>\"c/\"+({1:\"home\"}[e]||e)+\".\"+{1:\"aa\",2:\"bb\"}[e]+\".js\"",
                "e=>\"c/\"+(1===e?\"home\":e)+\".\"+{1:\"aa\",2:\"bb\"}[e]+\".js\"",
                "function(e){return\"c/\"+({1:\"home\"}[e]||e)+\".\"+{1:\"aa\",2:\"bb\"}[e]+\".js\"}",
                "(e)=>{if(e===1)return\"c/home.aa.js\";return\"c/\"+e+\".\"+{2:\"bb\"}[e]+\".js\";}",
                "e=>1===e?\"c/home.aa.js\":\"c/\"+e+\".\"+{2:\"bb\"}[e]+\".js\""
            })
    void readsHowChunksAreNamed(String names) {
        String script = runtime(names, "r.p=\"/s/\"", LOADER);

        assertThat(AScript.names(ScriptKind.CLASSIC, script))
                .containsExactlyInAnyOrder(
                        "script https://shop.example/s/c/home.aa.js", "script https://shop.example/s/c/2.bb.js");
    }

    private static final String TWO = "e=>e+\".\"+{1:\"aa\",2:\"bb\"}[e]+\".js\"";

    @Test
    void takesAnEmptyPublicPathForThePagesFolder() {
        assertThat(AScript.names(ScriptKind.CLASSIC, runtime(TWO, "r.p=\"\"", LOADER)))
                .containsExactly("script https://shop.example/app/1.aa.js", "script https://shop.example/app/2.bb.js");
    }

    @Test
    void takesAnAutomaticPublicPathForTheScriptsFolder() {
        String automatic =
                "(()=>{var e;if(!e)throw new Error(\"Automatic publicPath is not supported in this browser\");"
                        + "e=e.replace(/x/,\"\"),r.p=e+\"../\"})()";

        assertThat(AScript.names(ScriptKind.CLASSIC, runtime(TWO, automatic, LOADER)))
                .containsExactly("script https://shop.example/app/1.aa.js", "script https://shop.example/app/2.bb.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.p=window.cdn", "r.p=\"/s/\"+v", "x=1"})
    void namesNothingWhereThePublicPathIsComputed(String publicPath) {
        assertThat(AScript.names(ScriptKind.CLASSIC, runtime(TWO, publicPath, LOADER)))
                .isEmpty();
    }

    @Test
    void namesNothingWhereAModuleMovesThePublicPath() {
        LoadedScript runtime = AScript.at("r.js", ScriptKind.CLASSIC, runtime(TWO, "r.p=\"/\"", LOADER));
        LoadedScript main = AScript.at(
                "m.js", ScriptKind.CLASSIC, "(self.webpackChunkx=[]).push([[3],{5:(e,t,n)=>{n.p=window.assets}}])");

        assertThat(AScript.names(runtime, main)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "else if(2!=e){load(e)}else o[e]=0",
                "else if(2==e)o[e]=0;else{load(e)}",
                "else if(/^(2|4)$/.test(e))o[e]=0;else load(e)",
                "else if(!/^(2|4)$/.test(e)){load(e)}else o[e]=0"
            })
    void leavesOutAChunkThatHasNoScript(String branch) {
        String loader = "r.f.j=(e,t)=>{let n=o[e];if(0!==n)if(n)t.push(n[2]);" + branch + "}";

        assertThat(AScript.names(ScriptKind.CLASSIC, runtime(TWO, "r.p=\"/\"", loader)))
                .containsExactly("script https://shop.example/1.aa.js");
    }

    @Test
    void tellsTheIdsFromTheCallsWhereNoTableHasThem() {
        LoadedScript runtime = AScript.at("r.js", ScriptKind.CLASSIC, runtime("e=>e+\".js\"", "r.p=\"/\"", LOADER));
        LoadedScript main = AScript.at(
                "m.js",
                ScriptKind.CLASSIC,
                "push([[3],{5:(e,t,n)=>{n.e(7).then(n.bind(n,8));n.e(9).then(()=>n(1));"
                        + "Promise.all([n.e(10),n.e(11)]).then(n.t.bind(n,12));x.e(13);n.e(y)}}])");

        assertThat(AScript.names(runtime, main))
                .containsExactly(
                        "script https://shop.example/7.js",
                        "script https://shop.example/9.js",
                        "script https://shop.example/10.js",
                        "script https://shop.example/11.js");
    }

    @Test
    void asksForNoChunkOfACallThatTwoRuntimesMayMean() {
        LoadedScript one = AScript.at("r.js", ScriptKind.CLASSIC, runtime("e=>e+\".js\"", "r.p=\"/\"", LOADER));
        LoadedScript two = AScript.at("s.js", ScriptKind.CLASSIC, runtime("e=>e+\".js\"", "r.p=\"/x/\"", LOADER));
        LoadedScript main = AScript.at("m.js", ScriptKind.CLASSIC, "n.e(7).then(n.bind(n,8))");

        assertThat(AScript.names(one, two, main)).isEmpty();
    }

    private static String build(String name, String names, String path, String modules) {
        return runtime(names, path, LOADER + ",self.webpackChunk" + name + "=self.webpackChunk" + name + "||[]")
                .replace("})();", ";" + modules + "})();");
    }

    @Test
    void leavesTheChunksOfARuntimeThatNamesNoneToNobody() {
        LoadedScript shell =
                AScript.at("s.js", ScriptKind.CLASSIC, build("shell", "e=>{}", "r.p=\"/\"", "r.e(5).then(()=>r(6))"));
        LoadedScript remote = AScript.at(
                "m.js", ScriptKind.CLASSIC, build("cart", "e=>e+\".js\"", "r.p=\"/cart/\"", "r.e(7).then(()=>r(8))"));

        assertThat(AScript.names(shell, remote)).containsExactly("script https://shop.example/cart/7.js");
    }

    @Test
    void tellsTheRuntimesApartByTheGlobalThatChunksAreHandedOverBy() {
        LoadedScript shell = AScript.at("s.js", ScriptKind.CLASSIC, build("shell", "e=>e+\".js\"", "r.p=\"/\"", ""));
        LoadedScript remote =
                AScript.at("m.js", ScriptKind.CLASSIC, build("cart", "e=>e+\".js\"", "r.p=\"/cart/\"", ""));
        LoadedScript part = AScript.at(
                "p.js",
                ScriptKind.CLASSIC,
                "(self[\"webpackChunkcart\"]=self[\"webpackChunkcart\"]||[]).push([[3],{4:(e,t,n)=>{n.e(7).then(n.bind(n,8));"
                        + "e.exports=n.p+\"pear.3f2a.png\"}}])");

        assertThat(AScript.names(shell, remote, part))
                .containsExactly(
                        "script https://shop.example/cart/7.js", "image https://shop.example/cart/pear.3f2a.png");
    }

    @Test
    void tellsTheRuntimesOfOneFileApart() {
        String shell = build("shell", "e=>e+\".s.js\"", "r.p=\"/\"", "r.e(5).then(()=>r(6))");
        String remote = build("cart", "e=>e+\".c.js\"", "r.p=\"/cart/\"", "r.e(7).then(()=>r(8))");

        assertThat(AScript.names(ScriptKind.CLASSIC, shell + "\n" + remote))
                .containsExactly("script https://shop.example/5.s.js", "script https://shop.example/cart/7.c.js");
    }

    @Test
    void leavesAPartAloneWhoseRuntimeIsNotOnThePage() {
        LoadedScript remote =
                AScript.at("m.js", ScriptKind.CLASSIC, build("cart", "e=>e+\".js\"", "r.p=\"/cart/\"", ""));
        LoadedScript part = AScript.at(
                "p.js",
                ScriptKind.CLASSIC,
                "(self.webpackChunkwidget=self.webpackChunkwidget||[]).push([[3],{4:(e,t,n)=>{n.e(7).then(n.bind(n,8))}}])");

        assertThat(AScript.names(remote, part)).isEmpty();
    }

    @Test
    void findsTheStylesThatAreLoaded() {
        String styles = "r.miniCssF=e=>\"css/\"+e+\".\"+{1:\"cc\",2:\"dd\"}[e]+\".css\","
                + "r.f.miniCss=(e,t)=>{o[e]?t.push(o[e]):0!==o[e]&&{2:1}[e]&&t.push(load(e))}";

        assertThat(AScript.names(ScriptKind.CLASSIC, runtime(TWO, "r.p=\"/\"", LOADER + "," + styles)))
                .containsExactly(
                        "script https://shop.example/1.aa.js",
                        "script https://shop.example/2.bb.js",
                        "style https://shop.example/css/2.dd.css");
    }

    @Test
    void readsTheFormOfWebpack4() {
        String script =
                "!function(e){function u(t){}u.e=function(e){var t=[];r[e]?t.push(r[e]):0!==r[e]&&{2:1}[e]&&t.push("
                        + "new Promise(function(){for(var o=\"css/\"+({1:\"home\"}[e]||e)+\".\"+{1:\"31d6\",2:\"1579\"}[e]+\".css\","
                        + "a=u.p+o,i=0;;);}));c.src=function(e){return u.p+\"js/\"+({1:\"home\"}[e]||e)+\".\"+{1:\"44\",2:\"7f\"}[e]"
                        + "+\".js\"}(e)},u.p=\"/s/\"}([])";

        assertThat(AScript.names(ScriptKind.CLASSIC, script))
                .containsExactlyInAnyOrder(
                        "style https://shop.example/s/css/2.1579.css",
                        "script https://shop.example/s/js/home.44.js",
                        "script https://shop.example/s/js/2.7f.js");
    }

    @Test
    void findsTheFilesOfModules() {
        String modules = "var m={5:(e,t,n)=>{e.exports=n.p+\"logo.3f2a.png\";x.p+\"no.png\"}}";

        assertThat(AScript.names(ScriptKind.CLASSIC, modules + ";" + runtime(TWO, "r.p=\"/s/\"", LOADER)))
                .contains("image https://shop.example/s/logo.3f2a.png")
                .doesNotContain("image https://shop.example/s/no.png");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t.u=e=>e.name+\".js\"",
                "t.u=e=>\"unit\"",
                "u.e=function(e){return e+1}",
                "function f(e){return t.p+\"/\"+e.path}",
                "t.u=function(){return\"a.js\"}"
            })
    void findsNothingInOtherCode(String code) {
        assertThat(AScript.names(ScriptKind.CLASSIC, "(()=>{" + code + ";t.p=\"/\"})()"))
                .isEmpty();
    }
}
