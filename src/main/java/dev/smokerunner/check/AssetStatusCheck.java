package dev.smokerunner.check;

import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.CheckResult;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.FindingBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a page needs from its own site and does not get. */
record AssetStatusCheck() implements Check {
    private static final Pattern FINGERPRINT = Pattern.compile("[.\\-_][0-9a-f]{6,64}\\.");

    @Override
    public String name() {
        return "asset-status";
    }

    @Override
    public CheckResult judge(PageObservation page, Expectations expected) {
        List<Asset> assets = Assets.of(page);
        List<Finding> findings = new ArrayList<>();
        assets.forEach(asset -> trouble(asset).ifPresent(findings::add));
        findings.addAll(Healing.ofAssets(name(), page, assets));
        List<Asset> unknown = assets.stream().filter(Asset::isUnknown).toList();
        if (findings.isEmpty() && !unknown.isEmpty()) {
            return CheckResult.errored(
                    name(),
                    unknown.size() + " of " + assets.size() + " references were not asked for, the first is "
                            + unknown.get(0).url());
        }
        return assets.isEmpty()
                ? CheckResult.skipped(name(), "the page names nothing of its own site")
                : CheckResult.judged(name(), assets.size(), findings);
    }

    private Optional<Finding> trouble(Asset asset) {
        if (asset.served().isPresent()) {
            return Optional.empty();
        }
        return asset.refused().map(request -> ofBrowser(asset, request)).orElseGet(() -> asset.answer()
                .flatMap(answer -> ofHttp(asset, answer)));
    }

    private Optional<Finding> ofBrowser(Asset asset, BrowserRequest request) {
        int status = request.status().orElse(0);
        if (status < 400
                && request.failure().filter(AssetStatusCheck::concernsBody).isPresent()) {
            return Optional.empty();
        }
        FindingBuilder finding = finding(asset, status, Requests.words(request));
        request.initiator().ifPresent(by -> finding.evidence(List.of("asked for by " + Words.line(by))));
        asset.answer()
                .filter(HttpAnswer::isOk)
                .ifPresent(answer -> finding.evidence(List.of("plain HTTP gets it: the browser alone does not")));
        return Optional.of(finding.build());
    }

    private Optional<Finding> ofHttp(Asset asset, HttpAnswer answer) {
        int status = answer.response().map(HttpResponse::status).orElse(0);
        boolean isRefused = status != 0 && (status < 200 || status >= 300);
        if (isRefused) {
            HttpResponse response = answer.response().orElseThrow();
            String actual = Words.status(status, response.headers()) + ", "
                    + Words.bytes(response.body().length());
            return Optional.of(
                    finding(asset, status, actual).attempts(answer.tries()).build());
        }
        return answer.failure().filter(failure -> !concernsBody(failure)).map(failure -> finding(
                        asset, 0, Words.failure(failure))
                .attempts(answer.tries())
                .build());
    }

    private FindingBuilder finding(Asset asset, int status, String actual) {
        String what = status == 0
                ? "does not load: " + actual
                : isMissingInBucket(asset, status)
                        ? "is missing (S3 answers 403 for a missing key when listing is not allowed)"
                        : status == 404 || status == 410 ? "is missing: " + status : "does not load: " + status;
        FindingBuilder finding = asset.finding(name())
                .message(asset.title() + " " + what)
                .expected("status 200 to 299")
                .actual(actual);
        return status == 403 || status == 404 || status == 410 ? finding.hint(hint(asset)) : finding;
    }

    private static String hint(Asset asset) {
        return FINGERPRINT.matcher(asset.url().getPath()).find()
                ? "page and assets are of different releases, or the upload is not complete: compare the name with the build"
                : "it was not uploaded, or is named wrongly: names differ by case, folder and extension";
    }

    private static boolean isMissingInBucket(Asset asset, int status) {
        return status == 403
                && asset.answer()
                        .flatMap(HttpAnswer::response)
                        .filter(response -> response.body().text().contains("<Code>AccessDenied</Code>"))
                        .isPresent();
    }

    /** Whether it came, but not as it was sent: {@code asset-body} says that. */
    private static boolean concernsBody(NetworkFailure failure) {
        return failure.kind() == NetworkFailure.Kind.TRUNCATED || failure.kind() == NetworkFailure.Kind.DECODING;
    }
}
