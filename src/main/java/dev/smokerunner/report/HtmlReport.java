package dev.smokerunner.report;

import dev.smokerunner.report.html.JteoverviewGenerated;
import dev.smokerunner.report.html.JtereportGenerated;
import dev.smokerunner.result.SmokeResult;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a result to a person with a browser, who may have nothing else.
 *
 * <p>In a directory it is {@code index.html} with a style sheet and pictures beside it, since Jenkins lets a published page use
 * nothing that stands in the page itself, and run no script at all. In one file all that stands in it.
 */
final class HtmlReport implements Report {
    private static final String STYLES = "report.css";

    private final boolean isOneFile;

    private HtmlReport(boolean isOneFile) {
        this.isOneFile = isOneFile;
    }

    /** For the report directory, where its pictures are too. */
    static HtmlReport inADirectory() {
        return new HtmlReport(false);
    }

    /** For mail and chat. */
    static HtmlReport inOneFile() {
        return new HtmlReport(true);
    }

    @Override
    public String name() {
        return isOneFile ? "html-single" : "html";
    }

    @Override
    public Optional<String> fileName() {
        return Optional.of(isOneFile ? "report.html" : "index.html");
    }

    @Override
    public Map<String, byte[]> companions() throws IOException {
        return isOneFile ? Map.of() : Map.of(STYLES, styles());
    }

    // The library takes null for "nothing to intercept", and does not say so in its types.
    @SuppressWarnings("NullAway")
    @Override
    public void write(SmokeResult result, Appendable out) throws IOException {
        HtmlPictures pictures = isOneFile ? HtmlPictures.embedded(result) : HtmlPictures.beside(result);
        String styles = isOneFile ? new String(styles(), StandardCharsets.UTF_8) : "";
        StringOutput text = new StringOutput();
        JtereportGenerated.render(new OwaspHtmlTemplateOutput(text), null, new HtmlView(result, pictures).of(styles));
        out.append(XmlText.document(text.toString()));
    }

    // As above.
    @SuppressWarnings("NullAway")
    @Override
    public Optional<String> overview(Map<String, SmokeResult> told) throws IOException {
        String styles = isOneFile ? new String(styles(), StandardCharsets.UTF_8) : "";
        StringOutput text = new StringOutput();
        JteoverviewGenerated.render(
                new OwaspHtmlTemplateOutput(text),
                null,
                HtmlOverview.of(told, fileName().orElseThrow(), styles));
        return Optional.of(XmlText.document(text.toString()));
    }

    private static byte[] styles() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream("html/" + STYLES)) {
            if (in == null) {
                throw new IOException("the style sheet is not in the jar");
            }
            return in.readAllBytes();
        }
    }
}
