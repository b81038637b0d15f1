package dev.smokerunner.check.view;

import dev.smokerunner.observation.Body;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An asset that was answered with a status of 2xx, as the browser got it, or as plain HTTP did where no browser asked.
 *
 * @param asset the asset
 * @param status the status
 * @param headers the header fields
 * @param redirects the hops on the way
 * @param body the bytes; absent where only the browser got them
 */
public record ServedAsset(Asset asset, int status, Headers headers, List<Redirect> redirects, Optional<Body> body) {

    /** The asset as it was served; absent where it was not, which {@code asset-status} says. */
    public static Optional<ServedAsset> of(Asset asset) {
        Optional<HttpResponse> plain = asset.answer().flatMap(HttpAnswer::whole).filter(HttpResponse::isOk);
        if (asset.served().isPresent()) {
            return asset.served().map(request -> ofBrowser(asset, request, plain));
        }
        boolean wasKeptAway = asset.refused()
                .flatMap(BrowserRequest::failure)
                .filter(failure -> failure.kind() == NetworkFailure.Kind.BLOCKED)
                .isPresent();
        if (asset.refused().isPresent() && !wasKeptAway) {
            return Optional.empty();
        }
        return plain.map(response -> new ServedAsset(
                asset,
                response.status(),
                response.headers(),
                asset.answer().map(HttpAnswer::redirects).orElse(List.of()),
                Optional.of(response.body())));
    }

    private static ServedAsset ofBrowser(Asset asset, BrowserRequest request, Optional<HttpResponse> plain) {
        // Plain HTTP's bytes stand for the browser's only where both got the same kind of thing: a wall against
        // robots answers plain HTTP with a page of its own.
        Optional<Body> body = plain.filter(response ->
                        response.headers().mediaType().equals(request.headers().mediaType()))
                .map(HttpResponse::body);
        // Browsers do not tell of every hop: a second tag for the same file gets its answer without them.
        List<Redirect> redirects = request.redirects().isEmpty() && body.isPresent()
                ? asset.answer().map(HttpAnswer::redirects).orElse(List.of())
                : request.redirects();
        return new ServedAsset(asset, request.status().orElse(200), request.headers(), redirects, body);
    }

    public String type() {
        return headers.mediaType();
    }

    /** Whether it has no bytes: then its type says nothing, and nothing stands in for it. */
    public boolean isEmpty() {
        return hasNoContent() || body.filter(bytes -> bytes.length() == 0).isPresent();
    }

    /** Whether its status says that there are no bytes. */
    public boolean hasNoContent() {
        return status == 204 || status == 205;
    }

    /** The status and the type, as a finding's "actual". */
    public String called() {
        return status + " " + (type().isEmpty() ? "no content type" : type()) + (nosniff() ? ", nosniff" : "");
    }

    public boolean nosniff() {
        return headers.first("x-content-type-options")
                .filter(value -> value.strip().toLowerCase(Locale.ROOT).equals("nosniff"))
                .isPresent();
    }
}
