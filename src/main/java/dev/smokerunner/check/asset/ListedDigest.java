package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.StatedDigest.Keeper;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A digest that a list of the deployment's own states for a file, beside what is served.
 *
 * @param url the file
 * @param reference the place that states it
 * @param keeper who looks whether it is true
 * @param stated the digest
 * @param actual the same digest of what is served; absent where that is not known
 * @param body what plain HTTP got; absent where it got nothing whole
 * @param refusal the browser's word that it is not true
 */
record ListedDigest(
        URI url,
        Reference reference,
        Keeper keeper,
        StatedBytes stated,
        Optional<String> actual,
        Optional<Body> body,
        Optional<IntegrityRefusal> refusal) {

    /** What a reference states; absent where it states nothing. */
    static Optional<ListedDigest> of(
            PageObservation page, Reference reference, Map<String, IntegrityRefusal> refusals) {
        return reference.demands().digest().flatMap(digest -> reference.url().map(url -> {
            StatedBytes stated = new StatedBytes(digest.text());
            Optional<IntegrityRefusal> refusal = Optional.ofNullable(refusals.get(url.toString()));
            Optional<Body> body = page.asset(url)
                    .flatMap(HttpAnswer::whole)
                    .filter(HttpResponse::isOk)
                    .map(HttpResponse::body);
            Optional<String> actual = refusal.map(IntegrityRefusal::digest).or(() -> body.flatMap(stated::of));
            return new ListedDigest(url, reference, digest.keeper(), stated, actual, body, refusal);
        }));
    }

    /** Whether what is served is what is stated. */
    boolean isTrue() {
        return refusal.isEmpty() && actual.filter(stated::isEqual).isPresent();
    }

    /** Whether what is served is something else than what is stated. */
    boolean isFalse() {
        return refusal.isPresent()
                || actual.filter(digest -> !stated.isEqual(digest)).isPresent();
    }

    /** Whether the browser compared the bytes for itself and took them. */
    boolean wasTaken(PageObservation page) {
        boolean isCompared = keeper == Keeper.START || keeper == Keeper.MODULES;
        return isCompared && refusal.isEmpty() && page.requestsFor(url).stream().anyMatch(BrowserRequest::isOk);
    }

    /** Whether a visitor's browser ever compares it: an import map may speak of what nobody imports. */
    boolean isUsed(PageObservation page) {
        return keeper != Keeper.MODULES
                || refusal.isPresent()
                || page.references().stream()
                        .filter(other -> other.url().filter(url::equals).isPresent())
                        .anyMatch(other -> other.origin() != Reference.Origin.TABLE && !isOfImportMap(page, other));
    }

    private static boolean isOfImportMap(PageObservation page, Reference other) {
        return Locations.element(page, other).filter(Scripts::isImportMap).isPresent();
    }
}
