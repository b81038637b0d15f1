package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PollingLoopTest {
    /** Whether the code at the only "ask" of a source repeats. */
    private static boolean repeats(String source) {
        int offset = source.indexOf("ask(");
        int line =
                (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
        return PollingLoop.isAt(source, line, offset - (source.lastIndexOf('\n', offset) + 1));
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
                "var o={tick:function(){ask('/n',function(){o.tick()})}};",
                "(function p(){ask('/x').then(r=>r.text()).then(p)})()",
                "do { await ask('/x') } while (on)"
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
                "class Times { load() { return ask(this.url).then(r => this.show(r)); } show() {} }",
                "const load=()=>ask('/times').then(show),again=()=>load()"
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

    @Test
    void saysNoOfPlacesThatDoNotExist() {
        assertThat(PollingLoop.isAt("ask()", 3, 0)).isFalse();
        assertThat(PollingLoop.isAt("ask()", 0, 99)).isFalse();
        assertThat(PollingLoop.isAt("", 0, 0)).isFalse();
    }
}
