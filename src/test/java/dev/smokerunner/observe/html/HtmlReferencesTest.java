package dev.smokerunner.observe.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReferencesTest {
    private static final URI PAGE = URI.create("https://shop.example/app/");

    @Test
    void findsScriptsOfEachType() {
        assertThat(
                        of(
                                "<script src=a.js></script><script type=module src=b.mjs></script><script nomodule src=c.js></script>"
                                        + "<script type='text/javascript; charset=utf-8' src=d.js></script>"
                                        + "<script type=text/template src=e.html></script><script src=''></script><script>f()</script>"))
                .containsExactly("script a.js", "module b.mjs", "script c.js", "script d.js", "other e.html");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "js/app/Main -> js/app/Main.js",
                "js/app/Main.js -> js/app/Main.js",
                "js/app/Main?v=1 -> js/app/Main?v=1",
                "/js/Main -> /js/Main.js",
                "js/jquery.min -> js/jquery.min.js",
                "https://cdn.example/js/Main -> https://cdn.example/js/Main.js",
            })
    void findsTheMainScriptAsRequireJsDoes(String dataMain, String file) {
        assertThat(of("<script src=r.js data-main='" + dataMain + "'></script>"))
                .containsExactly("script r.js", "script " + file);
    }

    @Test
    void resolvesTheMainScriptAgainstThePageAndNotAgainstRequireJs() {
        Reference main = references("<script data-main=\"js/app/Main-1\" src=\"js/vendor/r.js\"></script>")
                .get(1);

        assertThat(main.url()).contains(URI.create("https://shop.example/app/js/app/Main-1.js"));
    }

    @Test
    void findsTheScriptThatATagHandsToALoader() {
        assertThat(of("<script nomodule id=e data-src=old.js>System.import(e.getAttribute('data-src'))</script>"
                        + "<script type=text/plain data-src=consent.js></script>"))
                .containsExactly("script old.js");
    }

    @Test
    void findsWhatLinksLoad() {
        assertThat(of("<link rel=stylesheet href=a.css><link rel='alternate stylesheet' href=b.css>"
                        + "<link rel='shortcut icon' href=c.ico><link rel=apple-touch-icon href=d.png>"
                        + "<link rel=mask-icon href=e.svg><link rel=manifest href=f.webmanifest>"
                        + "<link rel=modulepreload href=g.js><link rel=preload as=font href=h.woff2>"
                        + "<link rel=preload as=image href=i.png imagesrcset='j.png 1x, k.png 2x'>"
                        + "<link rel=preload as=script href=l.js><link rel=preload as=fetch href=m.json>"))
                .containsExactly(
                        "style a.css",
                        "style b.css",
                        "icon c.ico",
                        "icon d.png",
                        "icon e.svg",
                        "manifest f.webmanifest",
                        "module g.js",
                        "font h.woff2",
                        "image i.png",
                        "image j.png",
                        "image k.png",
                        "script l.js",
                        "other m.json");
    }

    @Test
    void passesOverWhatOnlyAPersonFollows() {
        assertThat(
                        of(
                                "<a href=a>x</a><link rel=canonical href=b><link rel=alternate href=c><link rel=preconnect href=d>"
                                        + "<link rel=dns-prefetch href=//e><meta property=og:image content=f.png><form action=g></form>"
                                        + "<link rel=stylesheet/less href=h.less><link rel=stylesheet type=text/less href=i.less>"))
                .isEmpty();
    }

    @Test
    void answersForAPrefetchOnlyOfItsOwnSite() {
        assertThat(of("<link rel=prefetch href=a.js as=script><link rel=prefetch href=https://cdn.example/b.js>"))
                .containsExactly("script a.js");
    }

    @Test
    void findsPictures() {
        assertThat(of("<img src=a.png srcset='b.png 1x, c.png 2x' sizes=100vw><input type=image src=d.png>"
                        + "<input src=no.png><picture><source srcset='e,1.webp 320w,f.webp'><img src=g.png></picture>"
                        + "<video poster=h.png src=i.mp4><source src=j.webm></video><body background=k.png>"
                        + "<svg><image href=l.png /><use href='m.svg#x'/><use href='#here'/></svg>"))
                .containsExactly(
                        "image a.png",
                        "image b.png",
                        "image c.png",
                        "image d.png",
                        "image e,1.webp",
                        "image f.webp",
                        "image g.png",
                        "other i.mp4",
                        "image h.png",
                        "other j.webm",
                        "image l.png",
                        "image m.svg#x");
    }

    @Test
    void keepsADataPictureInASrcsetApart() {
        assertThat(of("<img srcset='data:image/png;base64,AA,BB 1x, a.png 2x'>"))
                .containsExactly("image a.png");
    }

    @Test
    void readsAHostileSrcsetInLinearTime() {
        String hostile = "<img srcset='a" + ",".repeat(500_000) + "b 1x'>";

        List<String> found = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> of(hostile));

        assertThat(found).hasSize(1);
    }

    @Test
    void findsNothingInALinkWhoseEndWasEatenByAReplacement() {
        assertThat(of("<link rel=\"style-3f2a.css\" />")).isEmpty();
    }

    @Test
    void findsFramesAndEmbeddedThings() {
        assertThat(of("<iframe src=a.html></iframe><iframe src=about:blank></iframe><object data=b.pdf></object>"
                        + "<embed src=c.swf><audio src=d.mp3></audio><video><track src=e.vtt></video>"))
                .containsExactly("document a.html", "other b.pdf", "other c.swf", "other d.mp3", "other e.vtt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {"0; url=/new/ -> /new/", "3;URL='/new/' -> /new/", "0;/new/ -> /new/", "0, url=\"/n\" -> /n"})
    void findsWhereARefreshLeads(String content, String target) {
        assertThat(of("<meta http-equiv=Refresh content=\"" + content.replace("\"", "&quot;") + "\">"))
                .containsExactly("document " + target);
    }

    @Test
    void findsNothingInARefreshOfThePageItself() {
        assertThat(of("<meta http-equiv=refresh content=30>")).isEmpty();
    }

    @Test
    void findsTheModulesOfAnImportMap() {
        assertThat(of(
                        "<script type=importmap>{\"imports\":{\"a\":\"./a-1.js\",\"b/\":\"/b/\",\"c\":\"https://cdn.example/c.js\","
                                + "\"d\":\"bare\",\"e\":null},\"scopes\":{\"/x/\":{\"a\":\"/a-2.js\"}}}</script>"))
                .containsExactly("module ./a-1.js", "module https://cdn.example/c.js", "module /a-2.js");
    }

    @Test
    void findsNothingInABrokenImportMap() {
        assertThat(of("<script type=importmap>{\"imports\":{</script>")).isEmpty();
    }

    @Test
    void findsTheUrlsOfStyles() {
        List<Reference> references = references(
                "<style>\n@import 'a.css';\nb{background:url(b.png)}</style><div style=\"background: url('c.png')\">");

        assertThat(references)
                .extracting(r -> r.role().label() + " " + r.raw())
                .containsExactly("style a.css", "image b.png", "image c.png");
        assertThat(references).extracting(Reference::origin).containsOnly(Origin.CSS);
        assertThat(references.get(1).range()).hasValueSatisfying(range -> {
            assertThat(range.line()).isEqualTo(3);
            assertThat(range.column()).isEqualTo(14);
        });
    }

    @Test
    void passesOverCommentsAndWhatIsInert() {
        assertThat(of("<!-- <script src=a.js></script> --><noscript><img src=b.png></noscript>"
                        + "<template><img src=c.png></template>"))
                .isEmpty();
    }

    @Test
    void resolvesAgainstTheBaseButNamesThePageAsFile() {
        Reference reference =
                references("<base href=/static/>\n <script src=a.js></script>").get(0);

        assertThat(reference.url()).contains(URI.create("https://shop.example/static/a.js"));
        assertThat(reference.file()).isEqualTo(PAGE);
        assertThat(reference.excerpt()).isEqualTo("<script src=a.js>");
        assertThat(reference.range()).hasValueSatisfying(range -> assertThat(range.line() + ":" + range.column())
                .isEqualTo("2:2"));
    }

    @Test
    void keepsATextThatIsNoUrlAsAReferenceOfThePageItself() {
        assertThat(references("<script src='https://:8080/a.js'></script>"))
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.url()).isEmpty();
                    assertThat(reference.firstParty()).isTrue();
                });
    }

    @Test
    void findsTheIconsOfAManifest() {
        assertThat(ManifestReferences.of(
                        PAGE.resolve("m/site.webmanifest"), "{\"icons\":[{\"src\":\"a.png\"},{},7]}", uri -> true))
                .extracting(r -> r.url().orElseThrow().toString())
                .containsExactly("https://shop.example/app/m/a.png");
    }

    private static List<String> of(String html) {
        return references(html).stream()
                .map(r -> r.role().label() + " " + r.raw())
                .toList();
    }

    private static List<Reference> references(String html) {
        return HtmlReferences.of(HtmlReader.read(PAGE, html, false), uri -> String.valueOf(uri.getHost())
                .equals("shop.example"));
    }
}
