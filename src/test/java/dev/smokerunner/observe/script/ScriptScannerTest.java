package dev.smokerunner.observe.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smokerunner.observe.script.Tokens.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptScannerTest {
    @Test
    void splitsNamesNumbersStringsAndSigns() {
        assertThat(texts("let $a_1=0x1F+1.5e-3*.5,b=\"x\\\"y\"===c?.d;"))
                .containsExactly(
                        "let",
                        "$a_1",
                        "=",
                        "0x1F",
                        "+",
                        "1.5e-3",
                        "*",
                        ".5",
                        ",",
                        "b",
                        "=",
                        "\"x\\\"y\"",
                        "===",
                        "c",
                        "?.",
                        "d",
                        ";");
    }

    @Test
    void passesOverComments() {
        assertThat(texts("#!/usr/bin/env node\na // import('no')\n/* import('no') */ b <!-- no\nc /* never ends"))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=/[/'\"]/g",
                "return /'/",
                "f(/'/)",
                "if(a)/'/.test(b)",
                "x=>/'/",
                "{}/'/.test(a)",
                "a?/'/:b",
                "typeof /`/",
                "a&&/\"/.test(b)"
            })
    void knowsARegularExpression(String script) {
        assertThat(kinds(script)).contains(Kind.REGEX).doesNotContain(Kind.STRING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "(a)/2/b", "a[0]/2/b", "1/2/3", "a++/2/b", "x={}/2/b", "a.return/2/b", "`a`/2/b"})
    void knowsADivision(String script) {
        assertThat(kinds(script)).doesNotContain(Kind.REGEX);
    }

    @Test
    void takesATemplateWithoutSubstitutionsForAString() {
        assertThat(kinds("`a`")).containsExactly(Kind.STRING);
        assertThat(kinds("tag`a`")).containsExactly(Kind.NAME, Kind.TEMPLATE);
    }

    @Test
    void readsTheCodeInATemplate() {
        assertThat(texts("`a${b({c:`d${e}f`})}g`+h"))
                .containsExactly("`a${", "b", "(", "{", "c", ":", "`d${", "e", "}f`", "}", ")", "}g`", "+", "h");
    }

    @Test
    void pairsBracketsAroundTemplates() {
        Tokens tokens = scan("f(`${a}`)");

        assertThat(tokens.partner(1)).isEqualTo(tokens.size() - 1);
    }

    @Test
    void readsWhatAStringSays() {
        assertThat(scan("'\\x61\\u0062\\u{63}\\n\\'\\/\\\nd'").value(0)).isEqualTo("abc\n'/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "`",
                "`${",
                "/",
                "a=/[",
                "\"\\",
                "`\\",
                "}",
                ")]}",
                "1.",
                "\\",
                "/*",
                "<!doctype html><p>a'b"
            })
    void survivesWhatIsNoScript(String text) {
        assertThat(scan(text).size()).isLessThan(20);
    }

    @Test
    void readsFiveMegabytesOnOneLineInSeconds() {
        String line = "function a(b){return b/2+\"c\".replace(/d/g,`e${b}`)}".repeat(100_000);

        Tokens tokens = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> scan(line));

        assertThat(tokens.isCut()).isFalse();
    }

    @Test
    void saysWhereItStopped() {
        assertThat(scan(";".repeat(ScriptScanner.MOST_TOKENS + 1)).isCut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export const sort = (a, b) => (a < b",
                "f(1); if (x) { g();",
                "const list = [1, 2,",
                "`a ${b + `"
            })
    void knowsTheBracketThatTheEndLeavesOpen(String script) {
        assertThat(scan(script).unclosed()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f({a: [1]});",
                "x = /[(]/.test(y)",
                "`a ${b({})} (`",
                "// (\n/* { */ '['",
                "a ) { b" // Not understood: a bracket closes what nobody opened.
            })
    void knowsNoOpenBracketWhereEachIsClosedOrTheTextIsNotUnderstood(String script) {
        assertThat(scan(script).unclosed()).isNegative();
    }

    private static Tokens scan(String text) {
        return ScriptScanner.scan(text, 0, text.length());
    }

    private static List<String> texts(String script) {
        Tokens tokens = scan(script);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::text).toList();
    }

    private static List<Kind> kinds(String script) {
        Tokens tokens = scan(script);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::kind).toList();
    }
}
