package dev.smokerunner.check.text;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserVisit;
import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts of a page that are UTF-8 and are read by another encoding. */
final class MisreadTexts {
    private static final Kind MISREAD = Kind.cause("text-misread");

    private static final String HINT =
            "say it in the Content-Type header (nginx: charset utf-8; Apache: AddDefaultCharset"
                    + " utf-8; a bucket: the object's Content-Type), or put <meta charset=\"utf-8\"> first into the head";
    private static final int MOST_ERRORS = 5;

    private final String check;
    private final PageObservation page;
    private final String visible;
    private final List<Misread> misread = new ArrayList<>();

    /**
     * Looks through texts.
     *
     * @param check the name of the check that tells of them
     */
    MisreadTexts(String check, PageObservation page, List<WrittenText> texts) {
        this.check = check;
        this.page = page;
        this.visible = page.browser()
                .value()
                .map(BrowserVisit::rendered)
                .flatMap(Captured::value)
                .map(shown -> shown.title() + "\n" + shown.visibleText())
                .orElse("");
        texts.forEach(text -> misread(text).ifPresent(misread::add));
    }

    /**
     * A text that is read otherwise than it was written.
     *
     * @param text it
     * @param words all of its words that are misread, those of comments too
     * @param inUse those that not only a reader of the source sees; empty where none is
     * @param errors what the browser says that a script of it breaks on
     */
    private record Misread(
            WrittenText text, MisreadWords words, Optional<MisreadWords> inUse, List<BrowserMessage> errors) {}

    private Optional<Misread> misread(WrittenText text) {
        if (text.encoding().isUtf8() || text.encoding().isUtf16()) {
            return Optional.empty();
        }
        return text.utf8().flatMap(written -> {
            MisreadWords words = MisreadWords.of(written, text.encoding());
            MisreadWords inUse = MisreadWords.of(text.withoutComments(written), text.encoding());
            return words.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Misread(text, words, Optional.of(inUse).filter(used -> !used.isEmpty()), errors(text)));
        });
    }

    /** The browser's words on regular expressions and code that no longer make sense. */
    private List<BrowserMessage> errors(WrittenText text) {
        return Errors.of(page).stream()
                .filter(message -> message.says(UnparsedText.class))
                .filter(message ->
                        message.url().filter(text.url().toString()::equals).isPresent())
                .limit(MOST_ERRORS)
                .toList();
    }

    /** One finding for all that is read as the page is, and one for each file whose own word is wrong. */
    List<Detection> findings() {
        List<Misread> asThePage = misread.stream()
                .filter(one -> one.text().isReadAsThePage() && one.inUse().isPresent())
                .toList();
        List<Detection> findings = new ArrayList<>();
        if (!asThePage.isEmpty()) {
            findings.add(finding(asThePage));
        }
        misread.stream()
                .filter(one -> !one.text().isReadAsThePage() && one.inUse().isPresent())
                .forEach(one -> findings.add(finding(List.of(one))));
        return findings;
    }

    private Detection finding(List<Misread> texts) {
        Misread first = texts.get(0);
        WrittenText owner = first.text();
        boolean isThePage = owner.isReadAsThePage();
        // A script that breaks on it is what the rest follows from.
        URI subject = texts.stream()
                .filter(one -> !one.errors().isEmpty())
                .map(one -> one.text().url())
                .findFirst()
                .orElse(isThePage ? page.url() : owner.url());
        DetectionBuilder finding = Detection.on(page.url(), check, MISREAD, impact(texts), subject)
                .loses(texts.stream().anyMatch(one -> !one.errors().isEmpty()) ? Set.of(Loss.CODE) : Set.of())
                .said(texts.stream()
                        .flatMap(one -> one.errors().stream())
                        .map(Errors::said)
                        .toList())
                .message(message(first, isThePage) + ": " + shown(texts))
                .expected("Content-Type: " + type(owner) + "; charset=utf-8"
                        + (isThePage ? ", or a meta charset in the first " + Declaration.PRESCAN + " bytes" : ""))
                .actual(actual(owner))
                .hint(HINT)
                .where(where(first))
                .reproduce(Reproduction.headers(isThePage ? page.url() : owner.url()))
                .attempts(page.attempts());
        texts.forEach(one -> finding.evidence(evidence(one)));
        return finding.build();
    }

    private String message(Misread first, boolean isThePage) {
        String what = isThePage ? "the page" : "the file " + first.text().url();
        String read = ", so browsers read it as " + first.text().encoding().name();
        Optional<Declaration> said = pageDeclaration(first, isThePage);
        if (said.isEmpty()) {
            return "nobody says that " + what + " has the encoding UTF-8" + read;
        }
        Declaration declaration = said.get();
        return declaration.encoding().isEmpty()
                ? declaration.by().words() + " says charset " + Format.line(declaration.label(), 40)
                        + ", which browsers do not know" + read
                : what + " is UTF-8, and " + declaration.by().words() + " says charset "
                        + Format.line(declaration.label(), 40);
    }

    /** What is said of the page where a file is read as the page is. */
    private Optional<Declaration> pageDeclaration(Misread first, boolean isThePage) {
        return isThePage
                ? page.document().response().flatMap(answer -> Declaration.ofPage(answer.headers(), answer.body()))
                : first.text().declaration();
    }

    private String shown(List<Misread> texts) {
        for (Misread one : texts) {
            Optional<String> word = one.words().shownIn(visible);
            if (word.isPresent()) {
                return "visitors see " + one.words().example(word.get());
            }
        }
        Misread first = texts.get(0);
        return Locations.file(first.text().url()) + " gets "
                + first.inUse().orElse(first.words()).examples();
    }

    private String actual(WrittenText owner) {
        String type = owner.isReadAsThePage()
                ? page.document()
                        .response()
                        .flatMap(answer -> answer.headers().first("content-type"))
                        .orElse("no Content-Type")
                : owner.response().headers().first("content-type").orElse("no Content-Type");
        return "Content-Type: " + Format.line(type, 100);
    }

    private static String type(WrittenText owner) {
        String type = owner.response().headers().mediaType();
        boolean isOfAFile = owner.role() != Role.DOCUMENT && owner.isReadAsThePage();
        return type.isEmpty() || isOfAFile ? "text/html" : type;
    }

    /** A word in a script or style does something; one in the page that nobody sees is for machines. */
    private Severity impact(List<Misread> texts) {
        if (texts.stream().anyMatch(one -> !one.errors().isEmpty())) {
            return Severity.SEV2;
        }
        boolean isNoticed = visible.isEmpty()
                || texts.stream()
                        .anyMatch(one -> one.text().role() != Role.DOCUMENT
                                || one.words().shownIn(visible).isPresent());
        return isNoticed ? Severity.SEV3 : Severity.SEV4;
    }

    private Optional<Location> where(Misread first) {
        return first.text().role() == Role.DOCUMENT
                ? page.html().value().flatMap(html -> first.inUse()
                        .flatMap(words -> words.misread().keySet().stream().findFirst())
                        .map(word -> html.source().indexOf(word))
                        .filter(at -> at >= 0)
                        .map(at -> Locations.of(
                                html,
                                at,
                                html.source()
                                        .substring(
                                                at,
                                                Math.min(at + 80, html.source().length())))))
                : Optional.empty();
    }

    private static List<String> evidence(Misread one) {
        List<String> lines = new ArrayList<>();
        lines.add(Locations.file(one.text().url()) + ": "
                + one.inUse().orElse(one.words()).examples());
        one.errors().stream().map(Errors::line).forEach(lines::add);
        return lines;
    }
}
