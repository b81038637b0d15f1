package dev.smokerunner.observe.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "p { color : red ; } /* note */ a > b , i { top: 0 }|p{color:red}a>b,i{top:0}",
                "@media (min-width: 40px) { p { margin: 0 } }|@media (min-width:40px){p{margin:0}}",
                "p { background: url( a.png ) }|p{background:url(a.png)}",
                "li:nth-child( 2n + 1 ) { top: 0 }|li:nth-child(2n+1){top:0}",
                "li:nth-child(2n +1) { top: 0 }|li:nth-child(2n+1){top:0}",
                // The end of the text closes an address (CSS Syntax 3, 4.3.6).
                "p { background: url( a.png|p{background:url(a.png"
            })
    void styleSheetsOfTheSameTokensAreTheSame(String one, String other) {
        assertThat(Language.STYLE.spelled(one)).isEqualTo(Language.STYLE.spelled(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                ".bar .menu { top: 0 }|.bar.menu { top: 0 }",
                "a :hover { top: 0 }|a:hover { top: 0 }",
                "p { width: calc(1px + 2px) }|p { width: calc(1px+2px) }",
                "p::after { content: \"a  b\" }|p::after { content: \"a b\" }",
                "p { margin: 1px 2px }|p { margin: 1px2px }",
                "p { content: \"/* a */\" }|p { content: \"\" }",
                // An escaped bracket closes no address (CSS Syntax 3, 4.3.6).
                "p { background: url(a\\)/**/b) }|p { background: url(a\\)b) }",
                // Comments part two words, however many (CSS Syntax 3, 4.3.1).
                "p { margin: 1px/**//**/2px }|p { margin: 1px2px }"
            })
    void styleSheetsOfOtherTokensAreNot(String one, String other) {
        assertThat(Language.STYLE.spelled(one)).isNotEqualTo(Language.STYLE.spelled(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "var a = 1 ; // one|var a=1;",
                "if (a) {~  b() ;~}~c()|if(a){b();}c()",
                "function f ( a ) {~ return a / 2 ;~}~f()|function f(a){return a/2;}f()",
                "a = b ?~  c :~  d;|a=b?c:d;",
                "x = {~ get( a ) { return a },~ b: `c  d`~};|x={get(a){return a},b:`c  d`};",
                "a.match( /x  y/g ) . length;|a.match(/x  y/g).length;",
                "a('<b class=\"x\">', 'it\\'s');|a(\"<b class=\\\"x\\\">\",\"it's\");",
                "f(function () { return 'a\\\\'; });|f(function(){return\"a\\\\\"})"
            })
    void scriptsOfTheSameTokensAreTheSame(String one, String other) {
        assertThat(Language.SCRIPT.spelled(lines(one))).isEqualTo(Language.SCRIPT.spelled(lines(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a = \"a  b\"|a = \"a b\"",
                "return {~ a }|return~{ a }",
                "a = b~++c|a = b ++c",
                "x = `a  b`|x = `a b`",
                "x = `${ a }  b`|x = `${a} b`",
                "x.match(/a  b/)|x.match(/a b/)",
                "a = b + +c|a = b ++c",
                "a = 1~b = 2|a = 1 b = 2",
                "f = function () {}~g()|f = function () {} g()",
                "throw~a|throw a"
            })
    void scriptsOfOtherTokensAreNot(String one, String other) {
        assertThat(Language.SCRIPT.spelled(lines(one))).isNotEqualTo(Language.SCRIPT.spelled(lines(other)));
    }

    @Test
    void whiteSpaceInStringsOfJsonMeansSomething() {
        assertThat(Language.JSON.spelled("{ \"a\" : [ 1 , 2 ] }")).isEqualTo("{\"a\":[1,2]}");
        assertThat(Language.JSON.spelled("{\"a\\\" b\":1}")).isNotEqualTo(Language.JSON.spelled("{\"a\\\"b\":1}"));
    }

    @Test
    void anyOtherTextIsItself() {
        assertThat(Language.OTHER.spelled("a  b")).isEqualTo("a  b");
    }

    @Test
    @Timeout(10)
    void hostileTextsTakeNoLongerThanTheirLength() {
        for (Language language : Language.values()) {
            for (String part : new String[] {"/*", "\"", "(", "{", "`${", "\n", "/", "url(", "a b", ";"}) {
                language.spelled(part.repeat(200_000));
            }
        }
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
