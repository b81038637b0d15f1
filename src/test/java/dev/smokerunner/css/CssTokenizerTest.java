package dev.smokerunner.css;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CssTokenizerTest {
    /** In the table, {@code ^n} stands for a line feed, {@code ^r} for a carriage return. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a{b:c}                  | IDENT SIGN IDENT SIGN IDENT SIGN",
                "/* { */a                | COMMENT IDENT",
                "/* {                    | COMMENT!",
                "\"a{\"                  | STRING",
                "'a\\'{'                 | STRING",
                "'a\\^n{'                | STRING",
                "'a\\^r^n{'              | STRING",
                "'a^nb                   | BAD_STRING SPACE IDENT",
                "'a^rb                   | BAD_STRING SPACE IDENT",
                "'a                      | STRING!",
                "'a\\                    | STRING!",
                "url(a.png)              | URL",
                "URL( a.png )            | URL",
                "\\75 rl(a.png)          | URL",
                "url()                   | URL",
                "url(a.png               | URL!",
                "url(a\\)b)c             | URL IDENT",
                "url(a b)c               | BAD_URL IDENT",
                "url(a'b)c               | BAD_URL IDENT",
                "url(a(b)c               | BAD_URL IDENT",
                "url(a b\\)c)d           | BAD_URL IDENT",
                "url(a b                 | BAD_URL!",
                "url( 'a' )              | FUNCTION SPACE STRING SPACE SIGN",
                "calc(1px + 2%)          | FUNCTION NUMBER SPACE SIGN SPACE NUMBER SIGN",
                "@media                  | AT_KEYWORD",
                "@-x-y                   | AT_KEYWORD",
                "@ media                 | SIGN SPACE IDENT",
                "@1                      | SIGN NUMBER",
                "#1a                     | HASH",
                "#.a                     | SIGN SIGN IDENT",
                "--a -b _c é             | IDENT SPACE IDENT SPACE IDENT SPACE IDENT",
                "- a                     | SIGN SPACE IDENT",
                "\\{a                    | IDENT",
                "\\^na                   | SIGN SPACE IDENT",
                "+1.5e-3px               | NUMBER",
                "-.5                     | NUMBER",
                "1.                      | NUMBER SIGN",
                "1e                      | NUMBER",
                "1+2                     | NUMBER NUMBER",
                "<!-- -->                | CDO SPACE CDC",
                "<!-                     | SIGN SIGN SIGN",
            })
    void readsAsTheSpecificationHasIt(String css, String kinds) {
        assertThat(kinds(css.replace("^n", "\n").replace("^r", "\r"))).isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a\\62 c'        | abc",
                "'a\\000062c'     | abc",
                "'\\0'            | \uFFFD",
                "'\\d800'         | \uFFFD",
                "'\\ffffff'       | \uFFFD",
                "url( a\\ b )     | a b",
                "url(a            | a",
                "@Media           | Media",
                "\\66 ormat(      | format",
                "'a               | a",
                "'a\\             | a",
            })
    void undoesEscapes(String css, String value) {
        assertThat(new CssTokenizer(css).next().value()).isEqualTo(value);
    }

    @Test
    void tokensFollowEachOtherWithoutGaps() {
        String css = "\u0000@\\\n<!--a'b\n\"\\\"url(url( 'x)#--1e+-.5\\";

        assertThat(StreamSupport.stream(CssTokenizer.of(css).spliterator(), false)
                        .map(CssToken::text))
                .satisfies(texts -> assertThat(String.join("", texts)).isEqualTo(css));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*", "url(", "url( ", "'\n", "\\", "(", "@", "a(", "\\75", "-", "<!-", "1e"})
    void readsAnythingInLinearTime(String hostile) {
        String css = hostile.repeat(2_000_000 / hostile.length());

        int read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            int end = 0;
            for (CssToken token : CssTokenizer.of(css)) {
                end = token.end();
            }
            return end;
        });

        assertThat(read).isEqualTo(css.length());
    }

    private static String kinds(String css) {
        return StreamSupport.stream(CssTokenizer.of(css).spliterator(), false)
                .map(token -> token.kind() + (token.isCut() ? "!" : ""))
                .collect(Collectors.joining(" "));
    }
}
