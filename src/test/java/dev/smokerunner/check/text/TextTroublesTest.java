package dev.smokerunner.check.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.check.APage;
import dev.smokerunner.check.AnAnswer;
import dev.smokerunner.check.Told;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTroublesTest {
    private static final Charset LATIN = Charset.forName("windows-1252");
    private static final String SCRIPT = "<p>Bikes</p><script src=\"a.js\"></script>";

    private static APage page(String type, String html) {
        return APage.withHtml(html).answered(AnAnswer.of(200, type, html));
    }

    private static List<Finding> found(APage page) {
        PageObservation seen = page.seen();
        return Told.of(seen, Judgement.judged("asset-body", 1, TextTroubles.of("asset-body", seen)))
                .findings();
    }

    @Test
    void aPageOfWhichNobodySaysThatItIsUtf8IsShownAsVisitorsSeeIt() {
        Finding finding = found(page("text/html", "<title>x</title><p>für alle</p>")
                        .showing("x", "fÃ¼r alle", 0, false)
                        .readAs("windows-1252"))
                .get(0);

        assertThat(finding.impact()).isEqualTo(Severity.SEV3);
        assertThat(finding.message())
                .isEqualTo("nobody says that the page has the encoding UTF-8, so browsers read it as windows-1252:"
                        + " visitors see \"fÃ¼r\" for \"für\"");
        assertThat(finding.expected()).contains("charset=utf-8");
        assertThat(finding.where()).hasToString("Optional[index.html:1:20]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=iso-8859-1 | <meta charset=utf-8><p>für</p> | the Content-Type header says charset iso-8859-1",
                "text/html | <meta charset=utf8mb4><p>für</p> | says charset utf8mb4, which browsers do not know",
            })
    void whoSaysItWronglyIsNamed(String type, String html, String words) {
        assertThat(found(page(type, html).showing("", "fÃ¼r", 0, false).readAs("windows-1252")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains(words));
    }

    @Test
    void aRegularExpressionThatBreaksIsTheSubject() {
        APage page = page("text/html", SCRIPT)
                .answering("a.js", AnAnswer.of(200, "text/javascript", "/[—-―]/.test(x)"))
                .throwing("SyntaxError: Invalid regular expression: Range out of order", "a.js", 1)
                .readAs("windows-1252");

        assertThat(page.findings()).hasSize(1);
        assertThat(page.findings().get(0).impact()).isEqualTo(Severity.SEV2);
        assertThat(page.findings().get(0).subject()).endsWith("a.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"var t = 'Größe';", "/* © */ f('→');", "f(/[äöü]/);"})
    void codeThatIsMisreadIsFoundThoughNothingShowsYet(String code) {
        assertThat(found(page("text/html", SCRIPT)
                        .answering("a.js", AnAnswer.of(200, "text/javascript", code))
                        .readAs("windows-1252")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*! © José */ run();", "// naïve\nrun();", "run('\\u00e4');", "\uFEFFvar t = 'Größe';"})
    void codeThatIsReadAsItIsMeantIsNot(String code) {
        assertThat(found(page("text/html", SCRIPT)
                        .answering("a.js", AnAnswer.of(200, "text/javascript", code))
                        .readAs("windows-1252")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script src=\"a.js\" charset=\"utf-8\"></script> | text/javascript",
                "<script src=\"a.js\" type=\"module\"></script> | text/javascript",
                "<script src=\"a.js\"></script> | text/javascript; charset=utf-8",
            })
    void aScriptMayHaveItsOwnWord(String tag, String type) {
        assertThat(found(page("text/html", "<p>Bikes</p>" + tag)
                        .answering("a.js", AnAnswer.of(200, type, "var t = 'Größe';"))
                        .readAs("windows-1252")))
                .isEmpty();
    }

    @Test
    void aScriptWhoseOwnWordIsWrongIsFoundOnAPageThatIsRight() {
        assertThat(found(page("text/html; charset=utf-8", SCRIPT)
                        .answering("a.js", AnAnswer.of(200, "text/javascript; charset=latin1", "var t = 'Größe';"))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).endsWith("/a.js"));
    }

    @Test
    void bytesThatAreNoUtf8AreFoundWhereVisitorsSeeIt() {
        APage page = APage.withHtml("<meta charset=utf-8><p>für</p>")
                .answered(AnAnswer.of(200, "text/html", "<meta charset=utf-8><p>für</p>".getBytes(LATIN)));

        assertThat(found(page.showing("", "f\uFFFDr", 0, false))).hasSize(1);
        assertThat(found(page.showing("", "fr", 0, false))).isEmpty();
    }

    @Test
    void textThatWasEncodedTwiceIsFound() {
        String twice = new String("Räder für 5 €".getBytes(StandardCharsets.UTF_8), LATIN);

        assertThat(found(
                        page("text/html; charset=utf-8", "<p>" + twice + "</p>").showing("", twice, 0, false)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("\"RÃ¤der\" for \"Räder\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“MANHÔ e “NÃO”: coração, avó, ação, É “AMANHÔ",
                "für alle, was im Netz oft als fÃ¼r erscheint, größer, schöner",
                "Größe – 5 €",
                "Привет",
            })
    void textThatIsMeantIsNotTakenForEncodedTwice(String text) {
        assertThat(TwiceEncoded.in(text)).isEmpty();
    }

    @Test
    void whatNobodySeesInThePageIsANote() {
        assertThat(found(page("text/html", "<meta name=description content='Räder'><p>Bikes</p>")
                        .readAs("windows-1252")))
                .extracting(Finding::impact)
                .containsExactly(Severity.SEV4);
    }
}
