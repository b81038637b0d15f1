package dev.smokerunner.check.asset;

import static java.util.stream.Collectors.toSet;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.text.ShownKeys;
import dev.smokerunner.check.text.TextTroubles;
import dev.smokerunner.check.text.UnfilledTexts;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.view.ServedAsset;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.CodePlace;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.detection.Verb;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Quote;
import dev.smokerunner.observation.RefusalFact.UndecodedFont;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds assets whose bytes are not what they should be: none, too few, wrongly encoded, not to be parsed; and pages whose
 * text is read by another encoding than it was written in.
 */
public record AssetBodyCheck() implements Check {
    private static final Kind TRUNCATED = Kind.cause("body-truncated");
    private static final Kind UNDECODABLE = Kind.cause("body-undecodable");
    private static final Kind EMPTY = Kind.cause("body-empty");
    private static final Kind UNPARSABLE = Kind.cause("script-unparsable");

    private static final String DAMAGED = " cannot be parsed: it is damaged, cut, or not a script at all";
    private static final String WRITTEN_AS_MODULE =
            " is written as a module and loaded as a classic script: browsers run nothing of it";
    private static final String CUT_SCRIPT =
            "compare the end of the file with the build: a cut file ends in the middle of a statement";

    @Override
    public String name() {
        return "asset-body";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<Asset> assets = view.assets();
        List<Detection> texts = TextTroubles.of(name(), page);
        Set<Subject> told = texts.stream().map(Detection::subject).collect(toSet());
        List<Detection> findings = new ArrayList<>();
        for (Asset asset : assets) {
            brokenOff(asset)
                    .or(() -> ServedAsset.of(asset).flatMap(this::wrongBytes))
                    // A script that breaks on being misread is whole.
                    .or(() -> told.contains(Subject.of(asset.url())) ? Optional.empty() : unparsable(page, asset))
                    .or(() -> unclosed(page, asset))
                    .or(() -> undecodable(page, asset))
                    .or(() -> ServedAsset.of(asset)
                            .flatMap(served -> UndrawnPicture.of(name(), UNDECODABLE, page, served)))
                    .or(() -> ServedAsset.of(asset).flatMap(served -> LateImports.of(name(), page, served)))
                    .ifPresent(findings::add);
        }
        findings.addAll(texts);
        findings.addAll(UnfilledTexts.of(name(), page));
        ShownKeys.of(name(), page).ifPresent(findings::add);
        return assets.isEmpty() && findings.isEmpty()
                ? Judgement.skipped(name(), "the page names nothing of its own site")
                : Judgement.judged(name(), Math.max(1, assets.size()), findings);
    }

    private Optional<Detection> brokenOff(Asset asset) {
        if (asset.served().isPresent()) {
            return Optional.empty();
        }
        Optional<NetworkFailure> failure = asset.refused()
                .map(BrowserRequest::failure)
                .orElseGet(() -> asset.answer().flatMap(HttpAnswer::failure));
        return failure.flatMap(trouble -> switch (trouble.kind()) {
            case TRUNCATED ->
                Optional.of(asset.badAnswer(name(), TRUNCATED)
                        .message(asset.title(), Verb.BE, " truncated: fewer bytes come than are announced")
                        .trouble(trouble.kind())
                        .expected("as many bytes as the answer announces")
                        .actual(Format.failure(trouble))
                        .reproduce(Reproduction.length(asset.url()))
                        .build());
            case DECODING ->
                Optional.of(asset.badAnswer(name(), UNDECODABLE)
                        .message("", asset.title(), " cannot be decoded: it is not encoded as its header says")
                        .trouble(trouble.kind())
                        .expected(
                                "bytes that are encoded with " + encoding(asset).orElse("what Content-Encoding says"))
                        .actual(Format.failure(trouble))
                        .hint("it says Content-Encoding and its bytes are plain: set the header only on"
                                + " compressed objects")
                        .reproduce(Reproduction.decoded(asset.url()))
                        .build());
            case DNS, REFUSED, RESET, TIMEOUT, TLS, REDIRECT_LOOP, BLOCKED, ABORTED, UNASKED, FORBIDDEN_PORT, OTHER ->
                Optional.empty();
        });
    }

    /** What the answer says that its bytes are encoded with. */
    private static Optional<String> encoding(Asset asset) {
        return asset.answer()
                .flatMap(HttpAnswer::response)
                .map(HttpResponse::headers)
                .or(() -> asset.refused().map(BrowserRequest::headers))
                .flatMap(headers -> headers.first("content-encoding"))
                .map(Format::line);
    }

    private Optional<Detection> wrongBytes(ServedAsset served) {
        Asset asset = served.asset();
        if (served.isEmpty()) {
            String what = served.hasNoContent() ? ", no content" : ", 0 bytes";
            return EmptyFile.isFlaw(asset)
                    ? Optional.of(empty(asset, served.status() + what))
                            .map(finding ->
                                    EmptyFile.isLikelyOfSource(asset) ? finding.withImpact(Severity.SEV4) : finding)
                    : Optional.empty();
        }
        return served.body().flatMap(body -> BodyDamage.of(served, body)).map(damage -> asset.badAnswer(
                        name(), damage.kind())
                .message(asset.title(), Verb.BE, " " + damage.what())
                .trouble()
                .expected(damage.expected())
                .actual(damage.actual())
                .hint(damage.hint())
                .reproduce(damage.shown(asset))
                .build());
    }

    private Detection empty(Asset asset, String actual) {
        return asset.badAnswer(name(), EMPTY)
                .message(asset.title(), Verb.BE, " empty")
                .trouble(actual)
                .expected("at least one byte")
                .actual(actual)
                .reproduce(Reproduction.length(asset.url()))
                .build();
    }

    private Optional<Detection> unparsable(PageObservation page, Asset asset) {
        if (!asset.isScript()) {
            return Optional.empty();
        }
        List<BrowserMessage> errors = Errors.parseErrors(page, asset.url());
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        Optional<Redeclaration> again = Redeclaration.of(page, asset, errors.get(0));
        if (again.isPresent()) {
            return again.map(twice -> twice.finding(asset, name(), errors));
        }
        Optional<CodePlace> place = CodePlace.of(page, errors.get(0));
        DetectionBuilder finding = asset.badAnswer(name(), UNPARSABLE)
                .message("", asset.title(), isModule(errors.get(0)) ? WRITTEN_AS_MODULE : DAMAGED)
                .trouble()
                .said(errors.stream().map(Errors::said).toList())
                .expected(
                        isModule(errors.get(0))
                                ? "type=\"module\" on its tag, or a script without import and export"
                                : "a script that the browser can parse")
                .actual(Format.line(errors.get(0).quote()))
                .hint(hint(asset, errors.get(0), place))
                .reproduce(place.filter(at -> !at.isAtEnd())
                        .map(at -> Reproduction.around(at.url(), at.line(), at.column()))
                        .orElseGet(() -> Reproduction.end(asset.url())));
        place.ifPresent(at -> finding.evidence(
                List.of("at " + at.location() + ": " + at.location().excerpt())));
        return Optional.of(
                finding.evidence(errors.stream().map(Errors::line).toList()).build());
    }

    /** What no browser can parse, where none says so: code that catches the error may have loaded it, or none has yet. */
    private Optional<Detection> unclosed(PageObservation page, Asset asset) {
        return Optional.ofNullable(page.unclosed().get(asset.url()))
                .filter(bracket -> asset.isScript())
                .map(bracket -> asset.badAnswer(name(), UNPARSABLE)
                        .message("", asset.title(), " cannot be parsed: it ends before all its brackets are closed")
                        .trouble()
                        .expected("a script that the browser can parse")
                        .actual("its end leaves the bracket open that stands at line " + bracket.line() + ", column "
                                + bracket.column())
                        .hint(CUT_SCRIPT)
                        .reproduce(Reproduction.end(asset.url()))
                        .build());
    }

    private static String hint(Asset asset, BrowserMessage error, Optional<CodePlace> place) {
        if (isUnmerged(asset)) {
            return "it holds the marks of a merge: " + MergeMarks.HINT;
        }
        if (isModule(error)) {
            return "put type=\"module\" on its tag, or let the build bundle it";
        }
        if (error.source() == Source.PARSER) {
            return "no console shows it, since the code that loads it catches what is thrown: have it parsed by itself"
                    + " (node --check), and compare its end with the build's";
        }
        return place.filter(at -> !at.isAtEnd()).isPresent()
                ? "look at the code at the place: it was damaged there, or needs a step of the build that was left out"
                : CUT_SCRIPT;
    }

    private static boolean isModule(BrowserMessage error) {
        return error.says(ModuleSyntax.class);
    }

    private static boolean isUnmerged(Asset asset) {
        return asset.answer()
                .flatMap(HttpAnswer::whole)
                .filter(response -> MergeMarks.areIn(response.body().text()))
                .isPresent();
    }

    /** Of fonts the browser only warns. */
    private Optional<Detection> undecodable(PageObservation page, Asset asset) {
        List<Quote> warnings = Errors.of(page).stream()
                .filter(message ->
                        message.facts().contains(new UndecodedFont(asset.url().toString())))
                .map(Errors::said)
                .toList();
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(asset.badAnswer(name(), UNDECODABLE)
                        .message("", asset.title(), " cannot be decoded: it is damaged, cut, or no font at all")
                        .trouble()
                        .said(warnings)
                        .expected("a font that the browser can use")
                        .actual(Format.line(warnings.get(0)))
                        .hint("compare its bytes with the build's: uploads that treat fonts as text damage them")
                        .reproduce(Reproduction.bytes(asset.url()))
                        .build());
    }
}
