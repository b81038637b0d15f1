package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Digest;
import dev.smokerunner.check.web.Integrity;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.PageObservation;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page's assets by the digests of their bytes: each is taken once, when the first asks for its kind. */
final class AssetDigests {
    private final PageObservation page;
    private final Map<Digest, Map<String, List<URI>>> taken = new EnumMap<>(Digest.class);

    AssetDigests(PageObservation page) {
        this.page = page;
    }

    /** The assets whose bytes an integrity accepts, for each of its values in the order in which they were asked for. */
    List<URI> acceptedBy(Integrity integrity) {
        return integrity.digest().map(digest -> taken.computeIfAbsent(digest, this::take)).stream()
                .flatMap(urls -> integrity.values().stream()
                        .flatMap(value -> urls.getOrDefault(Integrity.normal(value), List.of()).stream()))
                .toList();
    }

    /** What an asset was served with; absent where it was not, or not whole. */
    Optional<HttpResponse> served(URI url) {
        return page.asset(url).flatMap(HttpAnswer::whole).filter(HttpResponse::isOk);
    }

    /** All bytes of an asset, where it was served whole and all of it was kept. */
    Optional<byte[]> bytes(URI url) {
        return served(url)
                .map(HttpResponse::body)
                .filter(body -> !body.isCut())
                .map(body -> body.start((int) body.length()));
    }

    private Map<String, List<URI>> take(Digest digest) {
        Map<String, List<URI>> urls = new HashMap<>();
        for (URI url : page.assets().keySet()) {
            bytes(url).map(digest::of).map(Integrity::normal).ifPresent(value -> urls.computeIfAbsent(
                            value, same -> new ArrayList<>(1))
                    .add(url));
        }
        return urls;
    }
}
