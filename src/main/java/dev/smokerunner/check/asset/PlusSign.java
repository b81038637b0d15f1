package dev.smokerunner.check.asset;

import dev.smokerunner.check.view.Asset;
import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.observation.HttpAnswer;
import java.net.URI;
import java.util.Optional;

/**
 * A plus sign in an address that somebody reads as a blank: Amazon's S3 does, as in the fields of a form, so that a file
 * with a plus in its name answers under {@code %2B} alone.
 */
final class PlusSign {
    private PlusSign() {}

    /** What to do about a missing asset that is there under its encoded name; empty for all others. */
    static Optional<String> hint(Asset asset) {
        String url = asset.url().toString();
        String path = url.split("[?]", 2)[0];
        Optional<URI> encoded = Urls.of(path.replace("+", "%2B") + url.substring(path.length()))
                .filter(other -> !other.equals(asset.url()));
        return encoded.flatMap(asset.observation()::asset)
                .filter(HttpAnswer::isOk)
                .filter(answer -> answer.response()
                        .filter(response -> !MediaTypes.looksLikeHtml(response.body()))
                        .isPresent())
                .map(answer -> "the file is there, under " + answer.url()
                        + ": the server reads a plus sign in an address as a"
                        + " blank, as S3 does; write %2B in the page, or let the build name files without a plus");
    }
}
