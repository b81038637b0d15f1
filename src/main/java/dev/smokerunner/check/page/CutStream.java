package dev.smokerunner.check.page;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a page that React renders as a stream ends before a part that was promised in it.
 *
 * <p>Where a part is not ready, React writes what visitors see until then, with a template that has an id before it, and what
 * fills it names that id further on (react-dom 19.3, react-dom-server, startPendingSuspenseBoundary and completeBoundary).
 * Code of the page may still make the part itself in the browser; so it counts only while the words in its place are seen.
 */
final class CutStream {
    private static final Pattern PENDING = Pattern.compile(
            "<!--\\$\\?--><template id=\"([^\"<>]{0,100}B:[0-9a-f]{1,8})\"></template>(.{0,5000}?)<!--/\\$-->",
            Pattern.DOTALL);

    private static final Pattern NO_WORDS = Pattern.compile("<[^>]*>|&[#\\w]{1,20};");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CutStream() {}

    static Optional<DocumentTrouble> of(PageObservation page) {
        Optional<HtmlDocument> whole = page.html().value().filter(html -> !html.cut());
        String seen = page.browser()
                .value()
                .flatMap((BrowserVisit visit) -> visit.rendered().value())
                .map(RenderedPage::visibleText)
                .map(CutStream::even)
                .orElse("");
        return whole.flatMap(html -> PENDING.matcher(html.source())
                .results()
                .filter(part -> !isFilled(html.source(), part))
                .map(part -> words(part.group(2)))
                .filter(words -> !words.isEmpty() && seen.contains(words))
                .findFirst()
                .map(CutStream::trouble));
    }

    private static boolean isFilled(String source, MatchResult part) {
        return Pattern.compile("\\b" + Pattern.quote(part.group(1)) + "\\b")
                .matcher(source)
                .region(part.end(1), source.length())
                .find();
    }

    /** The longest words of what stands in for the part. */
    private static String words(String html) {
        return Arrays.stream(NO_WORDS.split(html))
                .map(CutStream::even)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String even(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static DocumentTrouble trouble(String words) {
        String shown = Format.line(words, 100);
        return new DocumentTrouble(
                DocumentTrouble.CUT,
                "is cut: its stream ends before the part for which \"" + shown + "\" keeps the place",
                "\"" + shown + "\", and nothing behind it that takes its place",
                Optional.of(
                        "what renders the page fails on the way, or something before it ends the answer too early: look at"
                                + " the server's log, and at time limits for its answers"));
    }
}
