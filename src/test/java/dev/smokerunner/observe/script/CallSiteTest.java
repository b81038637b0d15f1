package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSiteTest {
    /** Whether the code at the only "ask" of a source repeats. */
    private static boolean repeats(String source) {
        return at(source, "ask(").repeats();
    }

    private static CallSite at(String source, String call) {
        int offset = source.indexOf(call);
        int line =
                (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
        return CallSite.of(source, line, offset - (source.lastIndexOf('\n', offset) + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "async function poll() { for (;;) { await ask('/news'); } } poll();",
                "async function poll() { while (true) { try { await ask('/news'); } catch (e) {} } }",
                "function listen() { ask('/news').then(r => r.json()).then(() => listen()); }\nlisten();",
                "const p=()=>ask('/news').then(p,p);p()",
                "let next = async () => { const r = await ask('/news'); show(r); setTimeout(next, 100); };",
                "class Feed { run() { return get(() => ask(this.url)).then(() => this.run()); } }",
                "var o={tick:function(){ask('/n',()=>this.tick())}};",
                "(function p(){ask('/x').then(r=>r.text()).then(p)})()",
                "(function poll() { ask({url: '/x', complete: poll, timeout: 30000}) })()",
                "do { await ask('/x') } while (on)",
                "async function news() { for (;;) await ask('/x') } news()",
                "async function news() { while (on) show(await ask('/x')); }"
            })
    void knowsCodeThatAsksAgainAndAgain(String source) {
        assertThat(repeats(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask('/times').then(show)",
                "function start() { ask('/times').then(r => r.json()).then(show); } start();",
                "const load = async () => { const r = await ask('/times'); show(r); }; load();",
                "for (const id of ids) { await ask('/item/' + id); }",
                "for (let i = 0; i < 3; i++) { ask('/part/' + i); }",
                "if (load) { ask('/times'); load = false }",
                "while (on) step(); ask('/times')",
                "if (load) ask('/times')",
                "class Times { load() { return ask(this.url).then(r => this.show(r)); } show() {} }",
                "async function api(p) { const r = await ask(p); if (r.status === 401) { await renew(); return api(p); } return r; }",
                "async function api(p) { const r = await ask(p); return r.ok ? r : api(p); }",
                "function load(n) { return ask('/times').catch(() => load(n - 1)); }",
                "async function load() { try { await ask('/times') } catch (e) { setTimeout(load, 1000) } }",
                "class Client { request(c) { this.hooks.request.run(c); return ask(c.url, c.request); } }",
                "const load=()=>ask('/times').then(show),again=()=>load()",
                "function walk(n) { ask(n.url); for (n = n.child; n; n = n.next) walk(n); }",
                "function run(n) { do { if (n.tag & 8) n.create(ask); ask('/times'); n = n.next } while (n !== first) }",
                "function list(n){for(;;){if(!n)return;ask('/times');n=n.next}}"
            })
    void takesCodeThatAsksOnceForThat(String source) {
        assertThat(repeats(source)).isFalse();
    }

    @Test
    void readsTheScriptOfAPage() {
        assertThat(
                        repeats(
                                "<!doctype html>\n<p>It's late</p>\n<script>\nfunction p(){ask('/n').then(p)}p()\n</script>\n<p>"))
                .isTrue();
        assertThat(repeats("<!doctype html>\n<script>function p(){p()}</script>\n<script>\nask('/n')\n</script>"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('/seen');",
                "<p>Hi<script>fetch('/seen'); go()</script>",
                "function report() { window.fetch('/seen', {method: 'POST'}) }",
                "if (on) { fetch('/seen') }",
                "fetch('/seen')\nshow()"
            })
    void knowsThatNobodyUsesAnAnswer(String source) {
        assertThat(at(source, "fetch(").dropsAnswer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('/times').then(show)",
                "fetch('/times')\n  .then(show)",
                "const r = await fetch('/times');",
                "return fetch('/times');",
                "const load = () => fetch('/times');",
                "Promise.all([fetch('/times'), fetch('/tides')]).then(show)",
                "ask('/times');"
            })
    void knowsThatAnAnswerMayBeUsed(String source) {
        assertThat(at(source, source.contains("fetch(") ? "fetch(" : "ask(").dropsAnswer())
                .isFalse();
    }

    @Test
    void saysNoOfPlacesThatDoNotExist() {
        assertThat(CallSite.of("ask()", 3, 0).repeats()).isFalse();
        assertThat(CallSite.of("fetch()", 0, 99).dropsAnswer()).isFalse();
        assertThat(CallSite.of("", 0, 0).repeats()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('/s').then(r => r.json()).then(show)",
                "fetch('/s').then(function (a) { return a.ok ? a.json() : []; })",
                "async function f() { return (await fetch('/s')).json(); }",
                "async function f() { const r = await fetch('/s'); if (!r.ok) return; show(await r.json()); }",
                "const get=u=>window.fetch(u,{method:'GET'}).then(r=>r.json())"
            })
    void knowsCodeThatReadsJson(String source) {
        assertThat(at(source, "fetch(").readsJson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('/s').then(r => r.text()).then(show)",
                "fetch('/s').then(r => isJson(r) ? r.json() : r.text())",
                "async function f() { const r = await fetch('/s'); show(await r.text()); }",
                "fetch('/s')",
                "async function f() { const r = await fetch('/s'); } function g(r) { return r.json(); }"
            })
    void knowsCodeThatReadsText(String source) {
        assertThat(at(source, "fetch(").readsJson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('/times').then(function (a) { return a.json(); })",
                "async function f() { const a = await fetch('/times'); show(await a.json()); }"
            })
    void readsTheSameCallWhereFirefoxPointsAtItsBracket(String source) {
        assertThat(at(source, "fetch").readsJson()).isTrue();
        assertThat(at(source, "('/times')").readsJson()).isTrue();
    }
}
