package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CssReferencesTest {
    private static final URI SHEET = URI.create("https://shop.example/css/site.css");

    @Test
    void findsAnImportInEachForm() {
        assertThat(of("@charset \"utf-8\"; @layer base; @import 'a.css'; @import url(b.css) screen;"
                        + "@IMPORT url( \"c.css\" ) layer(x) supports(display: grid);"))
                .containsExactly("style a.css", "style b.css", "style c.css");
    }

    @Test
    void passesOverAnImportThatComesTooLate() {
        assertThat(of("a{} @import 'late.css'; @media print { @import 'inner.css'; }"))
                .isEmpty();
    }

    @Test
    void findsPictures() {
        assertThat(of("a{background:url(a.png),url( 'b c.png' )}b{cursor:URL(\"c.cur\"),auto}"))
                .containsExactly("image a.png", "image b c.png", "image c.cur");
    }

    @Test
    void findsThePicturesOfAnImageSet() {
        assertThat(of("a{background:image-set('a.png' 1x, url(b.png) 2x);b:-webkit-image-set(\"c.png\" 1x)}"))
                .containsExactly("image a.png", "image b.png", "image c.png");
    }

    @Test
    void findsTheFontsThatCurrentBrowsersLoad() {
        assertThat(of(
                        "@font-face{font-family:x;src:url(f.eot);src:local('F'),url(f.eot?#iefix) format('embedded-opentype'),"
                                + "url(f.woff2) format(\"woff2\"),url(f.woff) format('woff'),url(f.svg#f) format('svg')}"
                                + "a{background:url(f.svg)}"))
                .containsExactly("font f.woff2", "font f.woff", "image f.svg");
    }

    @Test
    void knowsWhereAFontFaceWithinAMediaQueryEnds() {
        assertThat(of("@media print{@font-face{src:url(f.woff)} a{background:url(a.png)}}"))
                .containsExactly("font f.woff", "image a.png");
    }

    @Test
    void passesOverCommentsAndStrings() {
        assertThat(of("/* url(no.png) @import 'no.css'; */ a:after{content:\"url(no.png) \\\" url(no.png)\"}"
                        + "/* never ends url(no.png)"))
                .isEmpty();
    }

    @Test
    void passesOverWhatIsNoFile() {
        assertThat(of("@namespace svg url(http://www.w3.org/2000/svg);a{fill:url(#g);b:url(data:image/png;base64,AA)}"
                        + "a{mask:myurl(no.png)}"))
                .isEmpty();
    }

    @Test
    void undoesEscapes() {
        assertThat(of("a{background:url(a\\ b\\)\\28 c.png)}")).containsExactly("image a b)(c.png");
    }

    /** A bad address or string makes its declaration invalid, and browsers load nothing (CSS Syntax 3, 4.3.5 and 4.3.6). */
    @Test
    void passesOverAddressesThatBrowsersPassOver() {
        assertThat(of("a{b:url(no no.png);c:url(no'.png);d:url('no.png\n);e:url(yes.png)}"))
                .containsExactly("image yes.png");
        assertThat(of("@import 'no.css\n;")).isEmpty();
    }

    /** A name is what it says, escapes undone, and the end of the text closes what is open (CSS Syntax 3, 4.3.4 and 4.3.6). */
    @Test
    void readsNamesWithEscapesAndAddressesThatTheEndCloses() {
        assertThat(of("a{b:\\75 rl(a.png);c:url(b.png")).containsExactly("image a.png", "image b.png");
    }

    @Test
    void saysWhereItStands() {
        Reference reference = CssReferences.of(SHEET, "a{}\nb { background: url(\"../a.png\") }", uri -> true)
                .get(0);

        assertThat(reference.url()).contains(URI.create("https://shop.example/a.png"));
        assertThat(reference.file()).isEqualTo(SHEET);
        assertThat(reference.excerpt()).isEqualTo("url(\"../a.png\")");
        assertThat(reference.range()).hasValueSatisfying(range -> {
            assertThat(range.line()).isEqualTo(2);
            assertThat(range.column()).isEqualTo(17);
        });
    }

    @Test
    void asksTheSiteWhoseAReferenceIs() {
        List<Reference> references =
                CssReferences.of(SHEET, "a{b:url(//cdn.example/a.png);c:url(b.png)}", uri -> uri.getHost()
                        .equals("shop.example"));

        assertThat(references).extracting(Reference::firstParty).containsExactly(false, true);
    }

    @Test
    void isBounded() {
        assertThat(of("a{b:url(x)}".repeat(30_000))).hasSize(Mentions.MOST);
    }

    @Test
    void readsBrokenSheetsInLinearTime() {
        String broken = "url(".repeat(200_000) + "\"".repeat(200_000) + "\\".repeat(200_001) + "@import \\";

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> of(broken)))
                .isNull();
        assertThat(Duration.ofNanos(nanos(() -> of(broken)))).isLessThan(Duration.ofSeconds(5));
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static List<String> of(String css) {
        return CssReferences.of(SHEET, css, uri -> true).stream()
                .map(r -> label(r.role()) + " " + r.raw())
                .toList();
    }

    private static String label(Role role) {
        return role.label();
    }
}
