package dev.smokerunner.check;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserMessage;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds assets whose bytes are not what they should be: none, too few, wrongly encoded, not to be parsed. */
record AssetBodyCheck() implements Check {
    private static final Set<Role> TEXTS =
            EnumSet.of(Role.SCRIPT, Role.MODULE, Role.WORKER, Role.STYLE, Role.JSON, Role.MANIFEST);

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
                    .ifPresent(findings::add);
        }
        return assets.isEmpty()
                ? CheckResult.skipped(name(), "the page names nothing of its own site")
                : CheckResult.judged(name(), assets.size(), findings);
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
            case DNS, REFUSED, RESET, TIMEOUT, TLS, REDIRECT_LOOP, BLOCKED, OTHER -> Optional.empty();
        });
    }

    private Optional<Finding> wrongBytes(ServedAsset served) {
        Asset asset = served.asset();
        if (served.status() == 204 && asset.isScript()) {
            return Optional.of(empty(asset, "204, no content"));
        }
        return served.body().flatMap(body -> wrongBytes(served, body));
    }

    private Optional<Finding> wrongBytes(ServedAsset served, Body body) {
        Asset asset = served.asset();
        if (body.length() == 0) {
            return mustNotBeEmpty(asset) ? Optional.of(empty(asset, served.status() + ", 0 bytes")) : Optional.empty();
        }
        if (!TEXTS.contains(asset.role())) {
            return Optional.empty();
        }
        if (Bytes.isGzip(body)) {
            return Optional.of(asset.finding(name())
                    .message(asset.title() + " is compressed and does not say so: browsers take the gzip bytes as text")
                    .expected("Content-Encoding: gzip, or plain bytes")
                    .actual("bytes that start with 1f 8b, once all named encodings are undone")
                    .hint("the upload lost the Content-Encoding header, or compressed twice")
                    .build());
        }
        return isUnmarkedUtf16(served, body)
                ? Optional.of(asset.finding(name())
                        .message(asset.title() + " is UTF-16 without a byte order mark: browsers read it as UTF-8")
                        .expected("UTF-8")
                        .actual("every second byte is 0")
                        .build())
                : Optional.empty();
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
        FindingBuilder finding = asset.finding(name())
                .message(asset.title() + " cannot be parsed: it is damaged, cut, or not a script at all")
                .expected("a script that the browser can parse")
                .actual(Words.line(errors.get(0).text()))
                .hint("compare the end of the file with the build: a cut file ends in the middle of a statement")
                .reproduce(Curl.end(asset.url()));
        return Optional.of(
                finding.evidence(errors.stream().map(Errors::line).toList()).build());
    }

    private static boolean mustNotBeEmpty(Asset asset) {
        // An empty picture is how servers answer beacons, unless it is called a picture file.
        boolean isPictureFile = asset.role() == Role.IMAGE
                && asset.url().getPath().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|webp|avif|svg)");
        return TEXTS.contains(asset.role()) || asset.role() == Role.FONT || isPictureFile;
    }

    private static boolean isUnmarkedUtf16(ServedAsset served, Body body) {
        boolean isNamed = served.headers()
                .first("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("utf-16"))
                .isPresent();
        return !isNamed && Bytes.isUnmarkedUtf16(body);
    }
}
