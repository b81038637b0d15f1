package dev.smokerunner.check.text;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.RenderedPage;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that visitors see damaged though it is read as it says: encoded twice, or no UTF-8 where it says so. */
final class DamagedTexts {
    private static final Kind NOT_UTF_8 = Kind.cause("text-not-utf-8");
    private static final Kind TWICE = Kind.cause("text-twice-encoded");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final String REPLACEMENT = "\uFFFD";
    private static final String HINT =
            "a step before the upload read it by one encoding and wrote it by another: let each of them use UTF-8";

    private final String check;
    private final PageObservation page;
    private final List<WrittenText> texts;

    /**
     * Looks at the page as it is shown.
     *
     * @param check the name of the check that tells of it
     * @param texts what the page is made of
     */
    DamagedTexts(String check, PageObservation page, List<WrittenText> texts) {
        this.check = check;
        this.page = page;
        this.texts = texts;
    }

    /** What is damaged, if anything is. */
    Optional<Detection> finding() {
        Optional<RenderedPage> rendered =
                page.browser().value().map(BrowserVisit::rendered).flatMap(Captured::value);
        String shown =
                rendered.map(page -> page.title() + "\n" + page.visibleText()).orElse("");
        return notUtf8(shown).or(() -> TwiceEncoded.in(shown).map(this::twice));
    }

    private Optional<Detection> notUtf8(String shown) {
        // Only where visitors see it: a comment may hold any bytes.
        return !shown.contains(REPLACEMENT)
                ? Optional.empty()
                : texts.stream()
                        .filter(text -> text.encoding().isUtf8() && text.utf8().isEmpty())
                        .findFirst()
                        .map(text -> notUtf8(text, shown));
    }

    private Detection notUtf8(WrittenText text, String shown) {
        int at = shown.indexOf(REPLACEMENT);
        String seen = shown.substring(Math.max(0, at - 20), Math.min(shown.length(), at + 20));
        String who = text.declaration()
                .map(said -> said.by().words() + " says charset " + Format.line(said.label(), 40))
                .orElseGet(() -> whyUtf8(text.role()));
        return Detection.on(page.url(), check, NOT_UTF_8, Severity.SEV3, text.url())
                .message((text.role() == Role.DOCUMENT ? "the page" : "the file " + Locations.file(text.url()))
                        + " is read by the encoding UTF-8, and its bytes are not: visitors see \"" + Format.line(seen)
                        + "\"")
                .expected("bytes that are UTF-8, since " + who)
                .actual("bytes of another encoding, such as windows-1252")
                .hint(HINT)
                .reproduce(Reproduction.bytes(text.url()))
                .attempts(page.attempts())
                .build();
    }

    private static String whyUtf8(Role role) {
        return switch (role) {
            case JSON -> "JSON is always UTF-8";
            case MODULE -> "modules are always UTF-8";
            case OTHER -> "code that asks for text gets it read as UTF-8";
            default -> "the page is UTF-8";
        };
    }

    private Detection twice(TwiceEncoded word) {
        Optional<WrittenText> file = texts.stream()
                .filter(text -> holds(text, word.shown()))
                .findFirst()
                .filter(text -> text.role() != Role.DOCUMENT);
        URI subject = file.map(WrittenText::url).orElse(page.url());
        String whose =
                file.map(text -> "the file " + Locations.file(text.url())).orElse("the page");
        return Detection.on(page.url(), check, TWICE, Severity.SEV3, subject)
                .message(whose + "'s text was put into the encoding UTF-8 twice: visitors see \""
                        + Format.line(word.shown(), 60) + "\" for \"" + Format.line(word.meant(), 60) + "\"")
                .expected(Format.line(word.meant(), 60))
                .actual(Format.line(word.shown(), 60))
                .hint(HINT)
                .where(page.html().value().flatMap(html -> Optional.of(
                                html.source().indexOf(word.shown()))
                        .filter(at -> at >= 0)
                        .map(at -> Locations.of(html, at, word.shown()))))
                .attempts(page.attempts())
                .build();
    }

    /** Whether a text has a word, be it in the escaped form that JSON and scripts may have. */
    private static boolean holds(WrittenText text, String word) {
        return text.utf8()
                .filter(written -> written.contains(word)
                        || ESCAPE.matcher(written)
                                .replaceAll(escape -> Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))))
                                .contains(word))
                .isPresent();
    }
}
