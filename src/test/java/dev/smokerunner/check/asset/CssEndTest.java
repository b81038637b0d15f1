package dev.smokerunner.check.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssEndTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{color:re",
                "@media print{a{color:red}b{col",
                "a{background:url(data:image/png;base64,iVBO",
                "a{content:\"and so",
                "a{color: ",
                "a{margin: 0 ",
                ".a .b {\n  ",
                "a{font:1em serif,\n"
            })
    void isACutWithinARule(String css) {
        assertThat(end(css)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a{color:red}",
                "@import 'x.css'",
                "@media print{a{color:red}",
                "a{color:red;",
                "a{color:red\n",
                "a{content:\"}\"}b{}",
                "a{content:'\\'{'}b",
                "a{background:url(data:image/svg+xml;utf8,<svg{)}b",
                "a{}/* {",
                ".md\\:a\\{{color:red}b",
                "a{}}b",
                // An escaped bracket closes no address, and one with a quote in it is bad up to its bracket (CSS Syntax
                // 3, 4.3.6).
                "a{background:url(a\\){)}b",
                "a{background:url(a'{)}b",
                // Only the whole name makes an address (CSS Syntax 3, 4.3.4).
                "a{b:myurl(c)}b{d:e}f"
            })
    void isNoCutOtherwise(String css) {
        assertThat(end(css)).isEmpty();
    }

    @Test
    void quotesTheEnd() {
        assertThat(end("a{color:re")).contains("it ends with …a{color:re");
    }

    private static Optional<String> end(String css) {
        CssEnd end = new CssEnd(css);
        CssFlaw.read(css, end);
        return end.found();
    }
}
