package dev.smokerunner.observe.release;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observe.compare.Language;
import dev.smokerunner.observe.compare.PageContext;
import dev.smokerunner.observe.compare.TextDifference;
import dev.smokerunner.observe.html.DecodedText;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Compares an answer with a file, and lets go of the answer's body.
 *
 * @param file the file as it should be served
 * @param text its text; absent where it is not read as text
 * @param before the file of the same key in the release before, where there is one
 * @param site what is known of the site that it is a page of
 */
record Comparison(ReleaseFile file, Supplier<Optional<String>> text, Optional<Before> before, Site site) {

    /**
     * A file of the release before.
     *
     * @param sha256 its digest
     * @param text its text; absent where it is not read as text
     */
    record Before(String sha256, Supplier<Optional<String>> text) {}

    /**
     * What is known of a site.
     *
     * @param isFile whether a URL is one of a file of the release
     * @param isNamedHost whether the release names a host anywhere
     * @param firstParty whether a URL belongs to the site
     */
    record Site(Predicate<URI> isFile, Predicate<String> isNamedHost, Predicate<URI> firstParty) {
        /** A site of which only what one of its places serves is known. */
        static final Site UNKNOWN = new Site(url -> false, host -> false, url -> false);
    }

    FileSighting with(HttpAnswer answer) {
        String digest = answer.whole().map(response -> response.body().sha256()).orElse("");
        boolean isWhole = digest.equals(file.sha256()) && !digest.isEmpty();
        // Reading the text costs more than the rest, and hardly a file needs it.
        Optional<String> served = isWhole ? Optional.empty() : served(answer);
        Difference difference =
                isWhole ? Difference.NONE : difference(served, text, answer).orElse(Difference.UNREAD);
        boolean isSame = difference.kind() == Difference.Kind.NONE;
        Optional<Before> replaced = before.filter(old -> !old.sha256().equals(file.sha256()));
        boolean isPrevious = !isSame
                && answer.isOk()
                && replaced.filter(old -> old.sha256().equals(digest) || isNearer(old, difference, served, answer))
                        .isPresent();
        // What is another known release is no change of this one, however little they differ.
        return new FileSighting(
                file,
                withoutBody(answer),
                isPrevious ? difference.asContent() : difference,
                replaced.isPresent(),
                before.isPresent() && replaced.isEmpty(),
                isPrevious);
    }

    /** Whether it is what something on the way makes of the file of the release before, and less so of this one. */
    private boolean isNearer(Before old, Difference difference, Optional<String> served, HttpAnswer answer) {
        Optional<Difference> fromOld = difference(served, old.text(), answer).filter(Difference::isAlteration);
        return fromOld.isPresent() && (!difference.isAlteration() || changes(fromOld.get()) < changes(difference));
    }

    private static int changes(Difference difference) {
        return difference.page().map(page -> page.changes().size()).orElse(0);
    }

    /** The same answer with the length and the digest of its body alone. */
    static HttpAnswer withoutBody(HttpAnswer answer) {
        Optional<HttpResponse> response = answer.response()
                .map(full -> new HttpResponse(
                        full.url(),
                        full.status(),
                        full.headers(),
                        new Body(new byte[0], full.body().length(), full.body().sha256())));
        return answer.with(response);
    }

    private static Optional<String> served(HttpAnswer answer) {
        return answer.whole()
                .filter(response -> response.isOk()
                        && !response.body().isCut()
                        && response.body().length() > 0)
                .map(response -> DecodedText.other(response.headers(), response.body()));
    }

    private Optional<Difference> difference(
            Optional<String> served, Supplier<Optional<String>> packaged, HttpAnswer answer) {
        PageContext context = new PageContext(
                answer.response().map(HttpResponse::url).orElse(answer.url()),
                site.isFile(),
                site.isNamedHost(),
                site.firstParty());
        TextDifference difference = new TextDifference(Language.of(file), context);
        return served.flatMap(other -> packaged.get().map(own -> difference.between(own, other)));
    }
}
