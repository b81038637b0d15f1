package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwallowedTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@media print { nav { a: b } .x { c: d } .y { e: f }",
                "h1 { color: red .x { c: d } .y { e: f }",
                "@media (min-width: 1px) { .a { b: c } @media print { .d { e: f } }",
                "@media screen { .a { b: c } :root { --d: e } .f { g: h }",
                "@font-face { src: local(a); .a { b: c } .d { e: f }",
                "@property --a { syntax: '*'; .a { b: c }",
            })
    void aBlockThatTakesTheRestOfASheetIsFound(String css) {
        assertThat(in(new OpenBlock(), css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@media (min-width: 1px) { .a { b: c } .d { e: f }",
                "h1 { color: red",
                "h1 { color: red; & .x { c: d }",
                ".a { content: '{' } /* { */ .b { c: d }",
                // In an address and behind a backslash a brace opens nothing (CSS Syntax 3, 4.3.6 and 4.3.7).
                ".a { b: url(data:,{) } .c { d: e } .f { g: h }",
                ".a\\{ { b: c } .d { e: f }",
                "@media print { nav { a: b } .x { c: d } .y { e: f } }",
                "@page { margin: 1cm; @top-left { content: 'a' }",
                "@keyframes a { from { b: c } to { b: d }",
                "@font-face { src: local(a)",
            })
    void aLastBraceThatIsForgottenHarmsNothing(String css) {
        assertThat(in(new OpenBlock(), css)).isEmpty();
    }

    @Test
    void aCommentThatTakesTheRestOfASheetIsFound() {
        assertThat(in(new OpenComment(), "a { b: c } /* rest\nd { e: f } g { h: i } j { k: l }"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a { b: c } /* d { e: f }",
                "a { b: c } /* d { e: f } g { h: i } j { k: l } */",
                "a { b: '/* d { e: f } g { h: i } j { k: l }' }",
                "a { b: c } /* the end",
            })
    void aCommentThatTakesLittleIsNot(String css) {
        assertThat(in(new OpenComment(), css)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a::after{content:\"+}b{c:d}e{f:g}",
                "a::after{content:\"+}b{c:d}e{f:g}\n/*# sourceMappingURL=a.map */",
                "a::after{content:'+}b{c:'d'}e{f:g}",
                "a{b:url(c.png}d{e:f}",
                "a{b:url(c.png}d{e:url(f.png)}",
                "a{b:url(\"c.png)}d{e:f}",
            })
    void aStringThatTakesRulesIsFound(String css) {
        assertThat(in(new OpenString(css), css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A string ends with its line, and its declaration with it.
                "a { content: \"+;\n}\nb { c: d }",
                "b{c:d}a{content:\"+",
                "b{c:d}a{content:\"+}",
                "a{b:url(c.png",
                "a::after{content:'}b{c:d}'}",
                "a{b:url(\"data:image/svg+xml,<svg><style>c{d:e}f{g:h}</style></svg>\")}i{content:'+}",
                "a{b:url(data:image/svg+xml,<svg><style>c{d:e}f{g:'h'}</style></svg>)}",
            })
    void aStringThatTakesNoRuleIsNot(String css) {
        assertThat(in(new OpenString(css), css)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a();\n//# sourceMappingURL=a.js.map b();",
                "a();//# sourceMappingURL=a.min.js.map!function(){}();",
                "}//@ sourceMappingURL=../maps/a.js.map var b = 1;",
                "};//# sourceMappingURL=a.js.map$(function(){});",
                "};//# sourceMappingURL=a.js.map\"use strict\";b();",
                "};//# sourceMappingURL=a.js.mapjQuery(function(){});",
                "};//# sourceMappingURL=a.js.mapwindow.b={};",
            })
    void codeBehindASourceMapCommentIsFound(String script) {
        assertThat(SwallowedCode.of(script)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a();\n//# sourceMappingURL=a.js.map\nb();",
                "a();\n//# sourceMappingURL=a.js.map?b=(1)",
                "a();\n//# sourceMappingURL=a.map.js.map",
                "a();\n//# sourceMappingURL=a.mapped.js.map",
                "var t = '//# sourceMappingURL=a.js.map (' + x;",
                "a();\n//# sourceMappingURL=data:application/json;charset=utf-8;base64,e30=",
                "return '\\n//# sourceMappingURL=' + url + ' */'",
            })
    void aSourceMapCommentAtTheEndOfItsLineIsNot(String script) {
        assertThat(SwallowedCode.of(script)).isEmpty();
    }

    private static Optional<BodyDamage> in(CssFlaw<BodyDamage> flaw, String css) {
        CssFlaw.read(css, flaw);
        return flaw.found();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a { b: c }\uFEFF.d { e: f }",
                "@import 'x.css';\uFEFFh1 { a: b }",
                "a{}\n\uFEFF@media print { a { b: c } }"
            })
    void aByteOrderMarkBeforeARuleIsFound(String css) {
        assertThat(in(new StrayMark(css), css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFa { b: c }", "a { content: '\uFEFF' }", "/* \uFEFF */ a { b: c }"})
    void aByteOrderMarkThatIsNoPartOfASelectorHarmsNothing(String css) {
        assertThat(in(new StrayMark(css), css)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a { b: c } @import 'x.css';",
                "@media print { a { b: c } } @import url(x.css) screen;",
                "@layer a { b { c: d } } @import \"x.css\";"
            })
    void anImportBehindARuleIsFound(String css) {
        assertThat(imported(css)).containsExactly("x.css");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@charset 'utf-8'; @layer a, b; @import 'x.css'; a { b: c }",
                "a { b: c } /* @import 'x.css'; */",
                "a { content: \"@import 'x.css'\" }"
            })
    void anImportBeforeAllRulesIsNone(String css) {
        assertThat(imported(css)).isEmpty();
    }

    private static List<String> imported(String css) {
        LateImports imports = new LateImports();
        CssFlaw.read(css, imports);
        return imports.found().orElse(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@tailwind base; .a { b: c }",
                "@theme { --a: b }",
                "@use 'colours';",
                "@mixin wide { a: b }",
                ".a { @apply b } .c { @apply d } .e { @extend .f; }",
            })
    void aSheetThatWasNeverBuiltIsFound(String css) {
        assertThat(in(new UnbuiltSheet(), css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".a { @apply b; c: d }",
                ".a { @apply --b } .c { @apply --d } .e { @apply --f }",
                ".a { @apply(--b) } .c { @apply(--d) } .e { @apply(--f) }",
                "@mixin --wide { a: b } @layer a { b { c: d } } @custom-media --e (width < 1px);",
                "/* @tailwind base; */ .a { content: '@use \"b\";' }",
            })
    void whatBrowsersKnowOrOneLeftoverIsNone(String css) {
        assertThat(in(new UnbuiltSheet(), css)).isEmpty();
    }
}
