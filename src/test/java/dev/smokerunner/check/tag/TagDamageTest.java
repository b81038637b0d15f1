package dev.smokerunner.check.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagDamageTest {
    private static final String APP = "<script src=\"app.js\"></script>";

    private static List<Finding> findings(APage page) {
        return page.judgedBy(new ScriptTagCheck()).findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<scirpt src=\"app.js\"></scirpt> | is no tag that browsers know: script is meant",
                "<sript src=\"app.js\"></sript> | is no tag that browsers know: script is meant",
                "<lnik rel=\"stylesheet\" href=\"a.css\"> | is no tag that browsers know: link is meant",
                "<script scr=\"app.js\"></script> | names its file in scr: src is meant",
                "<script href=\"app.js\"></script> | names its file in href: src is meant",
                "<script type=\"text/javascritp\" src=\"app.js\"></script> | has the type \"text/javascritp\"",
                "<script type=\"javascript\" src=\"app.js\"></script> | has the type \"javascript\"",
                "<script type=\"text/js\">run()</script> | has the type \"text/js\"",
                "<script type=\"modul\" src=\"app.js\"></script> | \"module\" is meant",
                "<script type=\"text/javascript; charset=utf-8\" src=\"app.js\"></script> | which browsers do not run",
                "<script language=\"javascritp\" src=\"app.js\"></script> | has the type \"text/javascritp\"",
                "<link rel=\"styelsheet\" href=\"a.css\"> | \"stylesheet\" is meant",
                "<link type=\"text/css\" href=\"a.css\"> | is a link to a style sheet without rel",
                "<script nomodule src=\"app.js\"></script> | is only for browsers that know no modules",
                "<link rel=\"preload\" as=\"script\" href=\"app.js\"> | only announces the script",
                "<link rel=\"modulepreload\" href=\"app.js\"> | only announces the script",
                "<noscript><script src=\"app.js\"></script></noscript> | stands in a noscript or template",
                "<script data-src=\"app.js\"></script> | has no src, and no script runs",
                "<title>Shop <script src=\"app.js\"></script> | is not closed where it should be",
                "<style>a{} <link href=\"a.css\"> <style>b{}</style> | is not closed where it should be",
                "<script>var a; <script src=\"app.js\"></script> | is not closed where it should be",
                "<script src=\"a.js\"></script <script src=\"app.js\"></script> | is an end tag without its >",
                "<script src=\"[[@{/app.js}]]\"></script> | has a placeholder in its src",
                "<script src=\"app.[contenthash].js\"></script> | has a placeholder in its src",
                "<script src=app.js\"></script> | has a quote or an invisible character too many",
                "<script th:src=\"@{/app.js}\"></script> | names its file in th:src alone",
                "<script :src=\"cdn\"></script> | names its file in :src alone",
                "<script [src]=\"cdn\"></script> | names its file in [src] alone",
                "<link rel=\"stylesheet\" th:href=\"@{/a.css}\"> | names its file in th:href alone",
                "<script>a = '</script>';</script> | is ended by the </script> within a text of its own",
                "<script>a = /[/'\"]/.test(b); c = '</script>';</script> | is ended by the </script> within a text",
                "<script>a = `<p><script src=x></script></p>`</script> | is ended by the </script> within a text",
                "<script type=\"application/json\">{\"a\":\"</script>\"}</script> | is ended by the </script> within a text",
                "<script type=\"importmap\">{\"imports\":{\"a\":\"${BASE}/a.js\"}}</script> | is an import map with a placeholder",
            })
    void losesWhatTheTagNames(String tag, String what) {
        List<Finding> findings = findings(APage.withBody(tag));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains(what);
        assertThat(findings.get(0).impact()).isEqualTo(Severity.SEV2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<link rel=\"modulepreload\" href=\"app.js\">",
                "<script nomodule src=\"app.js\"></script>",
            })
    void anInlineScriptThatLoadsNothingDoesNotRunWhatIsOnlyAnnounced(String tag) {
        assertThat(findings(APage.withBody("<script>document.documentElement.className = 'dark';</script>", tag)))
                .hasSize(1);
        assertThat(findings(APage.withBody("<script>import('./app.js');</script>", tag)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script type=\"text/babel\" src=\"a.jsx\"></script>",
                "<script type=\"text/template\"><img src=\"{{ a }}\"></script>",
                "<script type=\"speculationrules\">{\"prefetch\":[]}</script>",
                "<script type=\"importmap\">{\"imports\":{\"a\":{}}}</script>",
                "<script language=\"JavaScript1.2\" src=\"b.js\"></script>",
                "<script language=\"vbscript\">x</script>",
                "<script data-src=\"lazy.js\"></script>",
                "<script id=\"config\" data-key=\"abc\"></script>",
                "<my-script src=\"a.js\"></my-script>",
                "<link rel=\"stylesheet/less\" href=\"a.less\">",
                "<link rel=\"next\" href=\"a.css\">",
                "<link rel=\"preload\" as=\"script\" href=\"chunk.js\">",
                "<link rel=\"icon\" href='data:image/svg+xml;utf8,<svg width=\"1\" >\n<title>a</title><script>b</script></svg>'>",
                "<svg><script href=\"b.js\"/></svg>",
                "<svg><title>a</title><style>b{}</style></svg>",
                "<style>/* <link href=\"a.css\"> */</style>",
                "<textarea><script src=\"b.js\"></script></textarea>",
                "<script>document.write('<script src=\"b.js\"><\\/script>')</script>",
                "<!-- <script src=\"old.js\"></script> <!-- older -->",
                "<noscript><img src=\"a.gif?{{ x }}\"></noscript>",
                "<img src=\"https://img.example.net/{w}x{h}.png\">",
                "<pre>\n<<<<<<< HEAD\n=======\n>>>>>>> main\n</pre>",
                "<script src=\"b.js?f={x}\"></script>",
            })
    void staysSilentAboutWhatWorks(String html) {
        assertThat(findings(APage.withBody(html, APP))).isEmpty();
    }

    @Test
    void aPlaceholderInAQueryIsLessBadWhereTheFileComes() {
        assertThat(findings(APage.withBody("<script src=\"app.js?v=undefined\"></script>")
                        .answering("app.js?v=undefined", AnAnswer.of(200, "text/javascript", "run()"))))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void aCommentThatTakesThePagesFrameWithItIsFound() {
        Finding finding = findings(
                        APage.withHtml("<html><head><!-- styles", "</head><body>", APP, "<!-- end --></body></html>"))
                .get(0);

        assertThat(finding.message()).contains("opens a comment that ends only with the next one");
        assertThat(finding.evidence()).containsExactly("it takes with it: <script src=\"app.js\">");
    }

    @Test
    void anUnresolvedConflictIsFound() {
        assertThat(findings(APage.withBody("<<<<<<< HEAD", APP, "=======", "<p>b</p>", ">>>>>>> main")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV2);
    }

    @Test
    void aSmallScriptTwiceIsWorthANoteAndABundleTwiceIsNot() {
        assertThat(findings(APage.withBody(APP, APP)))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);

        String bundle = "<script src=\"main-3f9a77b1.js\"></script>";
        assertThat(findings(APage.withBody(bundle, bundle)))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV2);
    }

    @Test
    void twoBuildsOfOneBundleAreWorthANote() {
        assertThat(findings(APage.withBody(
                        "<script src=\"main-3f9a77b1.js\"></script>", "<script src=\"main-88c0d1e2.js\"></script>")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }

    @Test
    void chunksThatDifferInTheirNumberAreNotTwoBuilds() {
        assertThat(findings(APage.withBody(
                        "<script src=\"2.3f9a77b1.chunk.js\"></script>",
                        "<script src=\"3.88c0d1e2.chunk.js\"></script>")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>a = '<\\/script>';</script></script>",
                "<script>run(); // don't</script></script>",
                "<script>/* it's */ a = b / c;</script></script>",
                "<script>a = /'/.test(b);</script></script>",
                "<script>a = 'b</script><script>run()</script>",
                "<script type=\"text/x-template\"><img :src=\"row.picture\"></script>",
                "<script th:src=\"@{/app.js}\" src=\"app.js\"></script>",
                "<script data-src=\"app.js\" type=\"text/plain\"></script><script src=\"consent.js\"></script>",
            })
    void findsNothingWhereNoTextEndsAScriptAndNoAddressWaitsForATemplate(String tags) {
        assertThat(findings(APage.withBody(tags)))
                .noneMatch(finding -> finding.kind().equals("script-ended-by-its-text")
                        || finding.kind().equals("tag-placeholder"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!--#include virtual=\"/menu.html\" --> | include-not-carried-out | SEV3",
                "<!--#echo var=\"DATE_LOCAL\" --> | include-not-carried-out | SEV4",
                "<esi:include src=\"/menu.html\"/> | include-not-carried-out | SEV3",
                "<b>Fatal error</b>:  Uncaught Error: a in <b>/b.php</b> on line <b>4</b> | server-error-shown | SEV2",
                "<b>Warning</b>:  a() failed in <b>/b.php</b> on line <b>4</b> | server-error-shown | SEV3",
            })
    void whatAServerShouldHaveCarriedOutIsOnThePage(String html, String kind, Severity impact) {
        assertThat(findings(APage.withBody(html))).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.impact()).isEqualTo(impact);
        });
        assertThat(findings(APage.withBody("<pre>" + html + "</pre>"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Liquid error (sections/main line 48): Could not find asset x.liquid</p>",
                "<p>\n  Liquid syntax error (line 7): Unknown tag 'x'</p>",
                "<p>FreeMarker template error (DEBUG mode; use RETHROW in production!):\nnull</p>",
                "<p>[an error occurred while processing this directive]</p>",
            })
    void tellsOfAMessageOfAnEngineOfTemplates(String message) {
        assertThat(findings(APage.withBody(message)))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>You may read Liquid error (line 48): no asset</p>",
                "<p>Liquid error: what it means</p>",
                "<pre>Liquid error (line 48): no asset</pre>",
                "<!-- <p>Liquid error (line 48): no asset</p> -->",
                "<title>FreeMarker</title><p>FreeMarker template error (DEBUG mode; use RETHROW in production!):</p>",
            })
    void leavesTextsAboutSuchMessagesAlone(String text) {
        assertThat(findings(APage.withHtml(text))).isEmpty();
    }
}
