package dev.smokerunner.check.asset;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.List;
import java.util.Optional;

/** Finds servers that answer for an asset that cannot exist as if it were there: a missing one will look present. */
public record FallbackCheck() implements Check {
    /** What the server falls back for tells it, where there is such a thing. */
    private static final Kind FALLBACK =
            Kind.alone("fallback").toldBy((one, other) -> other.kind().equals(AssetTypeCheck.SUBSTITUTED));

    @Override
    public String name() {
        return "fallback";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        Optional<HttpAnswer> asked = page.madeUp();
        if (asked.isEmpty()) {
            return Judgement.skipped(name(), "no made-up asset was asked for");
        }
        if (asked.get().whole().isEmpty()) {
            return Judgement.skipped(name(), "the made-up asset got no answer");
        }
        if (isWalled(view)) {
            return Judgement.skipped(name(), "plain HTTP is answered with a page whatever it asks for");
        }
        List<Detection> findings = asked
                .get()
                .whole()
                .filter(FallbackCheck::isPage)
                .map(response -> finding(page, asked.get(), response))
                .stream()
                .toList();
        return Judgement.judged(name(), 1, findings);
    }

    /** Whether something keeps robots out: it answers with HTML for assets that the browser gets. */
    private static boolean isWalled(PageView view) {
        return view.assets().stream()
                .filter(Asset::isScript)
                .filter(asset -> asset.served()
                        .filter(request -> !MediaTypes.isHtml(request.headers().mediaType()))
                        .isPresent())
                .flatMap(asset -> asset.answer().flatMap(HttpAnswer::whole).stream())
                .anyMatch(response -> MediaTypes.isHtml(response.headers().mediaType()));
    }

    private static boolean isPage(HttpResponse response) {
        Body body = response.body();
        return response.isOk()
                && (MediaTypes.looksLikeHtml(body)
                        || MediaTypes.isHtml(response.headers().mediaType()) && body.length() > 0);
    }

    private Detection finding(PageObservation page, HttpAnswer answer, HttpResponse response) {
        boolean isRedirected = !answer.redirects().isEmpty();
        return Detection.on(page.url(), name(), FALLBACK, Severity.SEV4, answer.url())
                .message("a script that does not exist is answered with " + (isRedirected ? "a redirect to " : "")
                        + "an HTML page: an asset that is missing will look present")
                .expected("404, 410 or 403")
                .actual(Format.status(response.status(), response.headers()))
                .evidence(answer.redirects().stream()
                        .map(hop -> hop.status() + " " + hop.from() + " -> " + hop.to())
                        .toList())
                .hint("let the server fall back to the page for addresses of pages alone, and answer 404 for files")
                .reproduce(Reproduction.redirects(answer.url()))
                .build();
    }
}
