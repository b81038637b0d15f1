package dev.smokerunner.observe.release;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.Difference;
import dev.smokerunner.observation.FileSighting;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.ReleaseFile;
import dev.smokerunner.observe.compare.Language;
import dev.smokerunner.observe.compare.PageContext;
import dev.smokerunner.observe.compare.PictureDifference;
import dev.smokerunner.observe.compare.PictureOptimiser;
import dev.smokerunner.observe.compare.TextDifference;
import dev.smokerunner.observe.html.DecodedText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Compares an answer with a file, and lets go of the answer's body.
 *
 * @param file the file as it should be served
 * @param bytes its bytes; absent where they are not read
 * @param before the file of the same key in the release before, where there is one
 * @param site what is known of the site that it is a page of
 */
record Comparison(ReleaseFile file, Supplier<Optional<byte[]>> bytes, Optional<Before> before, Site site) {

    /**
     * A file of the release before.
     *
     * @param sha256 its digest
     * @param bytes its bytes; absent where they are not read
     */
    record Before(String sha256, Supplier<Optional<byte[]>> bytes) {}

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
        // Reading the bytes costs more than the rest, and hardly a file needs it.
        Difference difference = isWhole
                ? Difference.NONE
                : difference(bytes, answer).or(() -> said(answer)).orElse(Difference.UNREAD);
        boolean isSame = difference.kind() == Difference.Kind.NONE;
        Optional<Before> replaced = before.filter(old -> !old.sha256().equals(file.sha256()));
        boolean isPrevious = !isSame
                && answer.isOk()
                && replaced.filter(old -> old.sha256().equals(digest) || isNearer(old, difference, answer))
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
    private boolean isNearer(Before old, Difference difference, HttpAnswer answer) {
        Optional<Difference> fromOld = difference(old.bytes(), answer).filter(Difference::isAlteration);
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

    private static Optional<HttpResponse> served(HttpAnswer answer) {
        return answer.whole()
                .filter(response -> response.isOk()
                        && !response.body().isCut()
                        && response.body().length() > 0);
    }

    /** The difference, where something on the way says what it made the answer of. */
    private Optional<Difference> said(HttpAnswer answer) {
        return answer.response().flatMap(response -> PictureOptimiser.madeOf(file.bytes(), response.headers()));
    }

    private Optional<Difference> difference(Supplier<Optional<byte[]>> packaged, HttpAnswer answer) {
        return served(answer).flatMap(response -> packaged.get().flatMap(own -> difference(own, response)));
    }

    private Optional<Difference> difference(byte[] own, HttpResponse response) {
        Language language = Language.of(file);
        if (language == Language.PICTURE) {
            Body body = response.body();
            return PictureDifference.between(own, body.start(body.kept()))
                    .or(() -> PictureOptimiser.inNewerFormat(
                            Arrays.copyOf(own, PictureOptimiser.START), body.start(PictureOptimiser.START)));
        }
        PageContext context = new PageContext(response.url(), site.isFile(), site.isNamedHost(), site.firstParty());
        String text = new String(own, StandardCharsets.UTF_8);
        return Optional.of(new TextDifference(language, context)
                .between(text, DecodedText.other(response.headers(), response.body())));
    }
}
