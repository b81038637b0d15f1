package dev.smokerunner.check.page;

import dev.smokerunner.check.text.CutText;
import dev.smokerunner.check.text.JsonEnd;
import dev.smokerunner.check.text.JsonFlaw;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.OfWebAssembly;
import dev.smokerunner.observation.MessageFact.Thrown;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PageObservation;
import java.util.Optional;

/**
 * What is wrong with the answer of a call that came whole, whether or not the code that reads it says so.
 *
 * @param kind what it is
 * @param what the end of a sentence that begins with the answer and {@code is}
 * @param expected what should be there
 * @param actual what is there
 * @param hint how it probably came about
 */
record DamagedAnswer(Kind kind, String what, String expected, String actual, String hint) {
    private static final String WASM = "application/wasm";
    private static final Kind CUT = Kind.cause("call-answer-cut").evenIfMild();
    private static final Kind EMPTY = Kind.cause("call-answer-empty").evenIfMild();
    private static final Kind MISTYPED = Kind.cause("call-answer-mistyped").evenIfMild();
    private static final Kind UNPARSABLE = Kind.cause("call-answer-unparsable").evenIfMild();

    /** What is wrong with the answer to a call, if it is damaged. */
    static Optional<DamagedAnswer> of(PageObservation page, BrowserRequest call) {
        return mistyped(page, call).or(() -> ofBody(page, call));
    }

    /** Browsers do not say which file they refused: it is one that the page asked for. */
    private static Optional<DamagedAnswer> mistyped(PageObservation page, BrowserRequest call) {
        String type = call.headers().first("content-type").orElse("");
        boolean isRefused = call.isOk()
                && FallenBack.isCode(call)
                // Not even a parameter may stand behind it.
                && !type.strip().equalsIgnoreCase(WASM)
                && Errors.of(page).stream()
                        .filter(error -> error.says(Thrown.class))
                        .flatMap(error -> error.facts(OfWebAssembly.class))
                        .anyMatch(OfWebAssembly::refusesType);
        return isRefused
                ? Optional.of(new DamagedAnswer(
                        MISTYPED,
                        " refused for its content type: WebAssembly takes nothing else than " + WASM
                                + " while it streams in",
                        WASM,
                        type.isEmpty() ? "no content type" : Format.line(type),
                        "let the server send " + WASM + " for .wasm"))
                : Optional.empty();
    }

    private static Optional<DamagedAnswer> ofBody(PageObservation page, BrowserRequest call) {
        return page.asset(call.url())
                .filter(answer -> call.isOk())
                .flatMap(HttpAnswer::whole)
                .filter(answer -> answer.isOk() && !answer.body().isCut())
                .flatMap(answer -> FallenBack.isCode(call) ? ofCode(page, answer.body()) : ofData(page, call, answer));
    }

    private static Optional<DamagedAnswer> ofData(PageObservation page, BrowserRequest call, HttpResponse answer) {
        String text = answer.body().text();
        if (text.isBlank()) {
            return isJson(call, answer) && isMissedAsJson(page) ? Optional.of(empty(answer)) : Optional.empty();
        }
        return JsonEnd.of(text)
                .map(end -> new DamagedAnswer(
                        CUT, " cut: its JSON ends in the middle", JsonEnd.EXPECTED, end, CutText.HINT))
                .or(() -> isJson(call, answer) && (isCollection(text) || isMissedAsJson(page))
                        ? JsonFlaw.of(text).map(DamagedAnswer::unparsable)
                        : Optional.empty());
    }

    private static DamagedAnswer empty(HttpResponse answer) {
        return new DamagedAnswer(
                EMPTY,
                " empty, and code of the page reads it as JSON",
                "JSON, of which the shortest is one character",
                answer.status() + " with " + answer.body().length() + " bytes",
                "look at what makes the answer: it ended before it wrote anything, or the file was uploaded empty");
    }

    private static DamagedAnswer unparsable(JsonFlaw flaw) {
        return new DamagedAnswer(
                UNPARSABLE,
                " no JSON that a browser reads: line " + flaw.line() + ", column " + flaw.column() + " of it",
                "JSON by RFC 8259: no comma before a bracket, no comments, double quotes, nothing escaped for HTML",
                flaw.excerpt(),
                "write it with a JSON library, and check it in the build");
    }

    /** Only where the page says that it cannot use it: who does not run it may keep anything in such a file. */
    private static Optional<DamagedAnswer> ofCode(PageObservation page, Body body) {
        boolean isMissed = Errors.of(page).stream().anyMatch(error -> error.says(OfWebAssembly.class));
        return isMissed && WasmEnd.isCut(body)
                ? Optional.of(new DamagedAnswer(
                        CUT,
                        " cut: its WebAssembly ends within a section",
                        "as many bytes as its sections say that they have",
                        body.length() + " bytes",
                        CutText.HINT))
                : Optional.empty();
    }

    /** Whether code says that a text is no JSON: then it may be one that does not even begin like it. */
    private static boolean isMissedAsJson(PageObservation page) {
        return Errors.of(page).stream()
                .anyMatch(error -> error.facts().contains(new UnparsedText(UnparsedText.What.JSON)));
    }

    /** Whether who asks can only mean JSON. */
    private static boolean isJson(BrowserRequest call, HttpResponse answer) {
        String path = Optional.ofNullable(call.url().getPath()).orElse("");
        return MediaTypes.isJson(answer.headers().mediaType()) || path.endsWith(".json");
    }

    private static boolean isCollection(String text) {
        // A comment at the start is the first flaw.
        String start = text.replaceFirst("^\\s*(?://[^\\n]*\\s*|/\\*[^*]{0,500}\\*/\\s*){0,20}", "")
                .stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    DetectionBuilder describe(DetectionBuilder finding, BrowserRequest call) {
        return finding.message("the answer to the call of " + call.url(), Verb.BE, what)
                .trouble()
                .expected(expected)
                .actual(actual)
                .hint(hint)
                .reproduce(reproduction(call));
    }

    private Reproduction reproduction(BrowserRequest call) {
        if (kind.equals(MISTYPED)) {
            return Reproduction.headers(call.url());
        }
        return kind.equals(CUT) ? Reproduction.end(call.url()) : Reproduction.start(call.url());
    }
}
