package dev.smokerunner.observe.release;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observe.html.DecodedText;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compares an answer with a file, and lets go of the answer's body.
 *
 * @param file the file as it should be served
 * @param text its text; absent where it is not read as text
 * @param previousSha256 the digest of the file of the same key in the release before, where that is another one
 */
record Comparison(ReleaseFile file, Supplier<Optional<String>> text, Optional<String> previousSha256) {

    FileSighting with(HttpAnswer answer) {
        String digest = answer.whole().map(response -> response.body().sha256()).orElse("");
        return new FileSighting(
                file,
                withoutBody(answer),
                difference(answer, digest),
                previousSha256.isPresent(),
                answer.isOk() && previousSha256.filter(digest::equals).isPresent());
    }

    /** The same answer with the length and the digest of its body alone. */
    static HttpAnswer withoutBody(HttpAnswer answer) {
        Optional<HttpResponse> response = answer.response()
                .map(full -> new HttpResponse(
                        full.url(),
                        full.status(),
                        full.headers(),
                        new Body(new byte[0], full.body().length(), full.body().sha256())));
        return new HttpAnswer(
                answer.url(), answer.redirects(), response, answer.failure(), answer.took(), answer.attempts());
    }

    private Difference difference(HttpAnswer answer, String digest) {
        if (!digest.isEmpty() && digest.equals(file.sha256())) {
            return Difference.NONE;
        }
        Optional<String> served = answer.whole()
                .filter(response -> response.isOk()
                        && !response.body().isCut()
                        && response.body().length() > 0)
                .map(response -> DecodedText.other(response.headers(), response.body()));
        return served.flatMap(other -> text.get().map(own -> TextDifference.between(own, other)))
                .orElse(Difference.UNREAD);
    }
}
