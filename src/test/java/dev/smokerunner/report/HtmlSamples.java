package dev.smokerunner.report;

import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.ElementResult;
import dev.smokerunner.result.ElementResult.State;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.LastGood;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.Region;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.Screenshot;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.VisitResult;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Results with all that an HTML report can show. */
final class HtmlSamples {
    static final Region FORM = new Region(400, 100, 200, 300);
    static final Screenshot PICTURE = picture(64, 40);

    private HtmlSamples() {}

    /** A script is gone, and with it the form; the run before saw both. */
    static SmokeResult incident() {
        PageResult page = visited(Samples.PAGE, missingForm(), Optional.of(PICTURE));
        return Samples.failed(
                Samples.production(),
                List.of(page),
                Samples.failing().findings(),
                Samples.failing().checks());
    }

    /** Pages in any number, each of which went well. */
    static SmokeResult healthy(int pages) {
        List<PageResult> all = IntStream.range(0, pages)
                .mapToObj(i -> visited(URI.create(Samples.PAGE + "page-" + i), seenForm(), Optional.empty()))
                .toList();
        return Samples.passed(
                Samples.production(), all, List.of(), Samples.healthy().checks());
    }

    /** Every second page fails by one cause, every third by one of its own. */
    static SmokeResult manyPages(int pages) {
        SmokeResult healthy = healthy(pages);
        List<URI> urls = healthy.pages().stream().map(PageResult::url).toList();
        List<Finding> findings = new java.util.ArrayList<>();
        findings.add(Samples.missingScript()
                .pages(IntStream.range(0, pages)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(urls::get)
                        .toList())
                .build());
        for (int i = 0; i < pages; i += 3) {
            findings.add(Finding.on(urls.get(i), "element", Severity.SEV2, "form#signup-" + i)
                    .kind("element-missing")
                    .message("the required element form#signup-" + i + " is not on the page")
                    .build());
        }
        return Samples.failed(
                Samples.production(),
                healthy.pages(),
                findings,
                List.of(CheckResult.judged("element", pages, findings)));
    }

    /** What pages say in a language that is written from right to left, and in one with umlauts. */
    static SmokeResult inGermanAndArabic() {
        PageResult page = visited(Samples.PAGE, missingForm(), Optional.of(PICTURE));
        Finding german = Finding.on(Samples.PAGE, "element", Severity.SEV2, "h1")
                .message("the required element h1 has the wrong text")
                .expected("text that contains \"Größe wählen\"")
                .actual("text \"Fehler: Verfügbarkeit konnte nicht geprüft werden\"")
                .build();
        Finding arabic = Finding.on(Samples.PAGE, "page-error", Severity.SEV2, "تعذر تحميل الصفحة")
                .message("an exception that nothing caught: خطأ: تعذر تحميل الصفحة (الرمز 42)")
                .evidence(List.of("the page shows: \"مرحبا بكم في متجرنا - سجل الآن مجانا\""))
                .build();
        List<Finding> findings = List.of(german, arabic);
        return Samples.failed(
                Samples.production(), List.of(page), findings, List.of(CheckResult.judged("element", 2, findings)));
    }

    static PageResult visited(URI url, VisitResult visit, Optional<Screenshot> before) {
        LastGood good = new LastGood(
                Instant.parse("2026-11-20T09:30:00Z"), before, seenForm().elements());
        return Samples.withScreenshot(
                        Samples.page(url, Samples.failing().pages().get(0).checks()), PICTURE.png())
                .with(visit, before.map(picture -> good));
    }

    static VisitResult missingForm() {
        return new VisitResult(requests(), List.of(new ElementResult("form#signup", State.MISSING, Optional.empty())));
    }

    static VisitResult seenForm() {
        return new VisitResult(
                requests().subList(0, 2), List.of(new ElementResult("form#signup", State.SEEN, Optional.of(FORM))));
    }

    static List<RequestResult> requests() {
        return List.of(
                request("", "document", 200, 0, 84),
                request("css/page.css", "style", 200, 90, 30),
                request("js/main-3f9a.js", "script", 404, 91, 45));
    }

    static RequestResult request(String path, String kind, int status, int started, int took) {
        return new RequestResult(
                Samples.PAGE.resolve(path),
                kind,
                true,
                status < 400 ? RequestResult.State.ANSWERED : RequestResult.State.FAILED,
                OptionalInt.of(status),
                Optional.empty(),
                1_200,
                Duration.ofMillis(started),
                Optional.of(Duration.ofMillis(took)));
    }

    static Screenshot picture(int width, int height) {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
            return new Screenshot(png.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
