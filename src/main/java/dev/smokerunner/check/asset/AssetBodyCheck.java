package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.text.TextTroubles;
import dev.smokerunner.check.text.UnfilledTexts;
import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.wording.Curl;
import dev.smokerunner.check.wording.Words;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserMessage.Source;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds assets whose bytes are not what they should be: none, too few, wrongly encoded, not to be parsed; and pages whose
 * text is read by another encoding than it was written in.
 */
public record AssetBodyCheck() implements Check {
    @Override
    public String name() {
        return "asset-body";
    }

    @Override
    public CheckResult judge(PageObservation page, Expectations expected) {
        List<Asset> assets = Assets.of(page);
        List<Finding> findings = new ArrayList<>();
        for (Asset asset : assets) {
            brokenOff(asset)
                    .or(() -> ServedAsset.of(asset).flatMap(this::wrongBytes))
                    .or(() -> unparsable(page, asset))
                    .or(() -> undecodable(page, asset))
                    .ifPresent(findings::add);
        }
        findings.addAll(TextTroubles.of(name(), page));
        findings.addAll(UnfilledTexts.of(name(), page));
        return assets.isEmpty() && findings.isEmpty()
                ? CheckResult.skipped(name(), "the page names nothing of its own site")
                : CheckResult.judged(name(), Math.max(1, assets.size()), findings);
    }

    private Optional<Finding> brokenOff(Asset asset) {
        if (asset.served().isPresent()) {
            return Optional.empty();
        }
        Optional<NetworkFailure> failure = asset.refused()
                .map(BrowserRequest::failure)
                .orElseGet(() -> asset.answer().flatMap(HttpAnswer::failure));
        return failure.flatMap(trouble -> switch (trouble.kind()) {
            case TRUNCATED ->
                Optional.of(asset.finding(name())
                        .message(asset.title() + " is truncated: fewer bytes come than are announced")
                        .expected("as many bytes as the answer announces")
                        .actual(Words.failure(trouble))
                        .build());
            case DECODING ->
                Optional.of(asset.finding(name())
                        .message(asset.title() + " cannot be decoded: it is not encoded as its header says")
                        .actual(Words.failure(trouble))
                        .hint("it says Content-Encoding and its bytes are plain: set the header only on"
                                + " compressed objects")
                        .build());
            case DNS, REFUSED, RESET, TIMEOUT, TLS, REDIRECT_LOOP, BLOCKED, UNASKED, OTHER -> Optional.empty();
        });
    }

    private Optional<Finding> wrongBytes(ServedAsset served) {
        Asset asset = served.asset();
        if (served.isEmpty()) {
            String what = served.hasNoContent() ? ", no content" : ", 0 bytes";
            return mustNotBeEmpty(asset)
                    ? Optional.of(empty(asset, served.status() + what))
                            .map(finding -> EmptySource.isLikely(asset)
                                    ? finding.toBuilder().impact(Severity.SEV4).build()
                                    : finding)
                    : Optional.empty();
        }
        return served.body().flatMap(body -> BodyDamage.of(served, body)).map(damage -> asset.finding(name())
                .message(asset.title() + " " + damage.what())
                .expected(damage.expected())
                .actual(damage.actual())
                .hint(damage.hint())
                .build());
    }

    private Finding empty(Asset asset, String actual) {
        return asset.finding(name())
                .message(asset.title() + " is empty")
                .expected("at least one byte")
                .actual(actual)
                .build();
    }

    private Optional<Finding> unparsable(PageObservation page, Asset asset) {
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
        FindingBuilder finding = asset.finding(name())
                .message(asset.title() + " cannot be parsed: it is damaged, cut, or not a script at all")
                .expected("a script that the browser can parse")
                .actual(Words.line(errors.get(0).quote()))
                .hint(
                        isUnmerged(asset)
                                ? "it holds the marks of a merge: " + MergeMarks.HINT
                                : "compare the end of the file with the build: a cut file ends in the middle of a statement")
                .reproduce(Curl.end(asset.url()));
        return Optional.of(
                finding.evidence(errors.stream().map(Errors::line).toList()).build());
    }

    private static boolean isUnmerged(Asset asset) {
        return asset.answer()
                .flatMap(HttpAnswer::whole)
                .filter(response -> MergeMarks.areIn(response.body().text()))
                .isPresent();
    }

    /** Of fonts the browser only warns. */
    private Optional<Finding> undecodable(PageObservation page, Asset asset) {
        List<String> warnings = Errors.of(page).stream()
                .filter(message -> message.source() == Source.OTHER
                        && message.quote().text().equals("Failed to decode downloaded font: " + asset.url()))
                .map(Errors::line)
                .toList();
        return warnings.isEmpty()
                ? Optional.empty()
                : Optional.of(asset.finding(name())
                        .message(asset.title() + " cannot be decoded: it is damaged, cut, or no font at all")
                        .expected("a font that the browser can use")
                        .actual(warnings.get(0))
                        .hint("compare its bytes with the build's: uploads that treat fonts as text damage them")
                        .reproduce(Curl.start(asset.url()) + " | od -c")
                        .build());
    }

    private static boolean mustNotBeEmpty(Asset asset) {
        // An empty picture is how servers answer beacons, unless it is called a picture file.
        boolean isPictureFile = asset.role() == Role.IMAGE
                && asset.url().getPath().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|webp|avif|svg)");
        return !EmptyDigests.isIn(asset.url())
                && (BodyDamage.TEXTS.contains(asset.role()) || asset.role() == Role.FONT || isPictureFile);
    }
}
