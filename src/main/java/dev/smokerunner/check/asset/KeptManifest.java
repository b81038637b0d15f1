package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Severity;

/**
 * A manifest behind a log-in: browsers ask for it without cookies, so that it alone is kept back from who is logged in. The
 * page works; it cannot be installed, and the console says so.
 */
final class KeptManifest {
    private static final Kind KEPT = Kind.cause("manifest-kept-back");

    private KeptManifest() {}

    /** Whether credentials are all that is missing. */
    static boolean is(Asset asset) {
        return asset.role() == Role.MANIFEST
                && asset.served().isEmpty()
                && asset.answer().filter(HttpAnswer::openToCredentials).isPresent();
    }

    static Detection finding(String check, Asset asset) {
        HttpAnswer answer = asset.answer().orElseThrow();
        String got = answer.response()
                .map(HttpResponse::status)
                .map(status -> answer.redirects().isEmpty()
                        ? Format.status(status, answer.response().get().headers())
                        : "a redirect to "
                                + Format.line(answer.redirects()
                                        .get(answer.redirects().size() - 1)
                                        .to()
                                        .toString()))
                .orElse("no answer");
        return asset.detection(check, KEPT)
                .impact(Severity.SEV4)
                .message(
                        asset.title() + " is kept back from browsers, which ask for it without cookies; with them it is"
                                + " answered: the page cannot be installed")
                .expected("an answer without cookies and credentials")
                .actual(got)
                .hint("add crossorigin=\"use-credentials\" to the link, or let everybody have the manifest")
                .build();
    }
}
