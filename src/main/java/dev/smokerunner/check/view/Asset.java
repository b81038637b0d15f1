package dev.smokerunner.check.view;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.HttpAnswer;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Role;
import dev.smokerunner.result.Location;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a page needs from its own site, with all that was seen of it.
 *
 * @param observation what was seen of the page
 * @param url its URL without fragment
 * @param role what it is for
 * @param impact how bad it is without it
 * @param references what names it, in source order; empty where only the browser asked for it
 * @param answer what plain HTTP answered; absent where it was not asked
 * @param requests the browser's requests for it; empty where it made none
 */
public record Asset(
        PageObservation observation,
        URI url,
        Role role,
        Severity impact,
        List<Reference> references,
        Optional<HttpAnswer> answer,
        List<BrowserRequest> requests) {
    private static final int NOT_MODIFIED = 304;

    /** The page. */
    public URI page() {
        return observation.url();
    }

    /** The first place that names it; absent where only the browser asked for it. */
    public Optional<Location> where() {
        return references.stream()
                .flatMap(reference -> Locations.of(observation, reference).stream())
                .findFirst();
    }

    /** The first tag that names it; absent where none does. */
    public Optional<HtmlElement> tag() {
        return references.stream()
                .flatMap(reference -> Locations.element(observation, reference).stream())
                .findFirst();
    }

    /** The browser's request that got it whole, if one did: then it is there, whatever plain HTTP says. */
    public Optional<BrowserRequest> served() {
        for (BrowserRequest request : requests) {
            if (request.isOk() && !isNothing(request)) {
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    /** Whether "not modified" is the answer also to plain HTTP, which has nothing that could be as it was. */
    private boolean isNothing(BrowserRequest request) {
        return request.status().orElse(0) == NOT_MODIFIED
                && answer.flatMap(HttpAnswer::response)
                        .filter(response -> response.status() == NOT_MODIFIED)
                        .isPresent();
    }

    /** The browser's request that failed, where none got it. */
    public Optional<BrowserRequest> refused() {
        return requests.isEmpty() || served().isPresent()
                ? Optional.empty()
                : requests.stream().filter(Requests::hasFailed).findFirst();
    }

    /** Whether nobody asked for it to the end. */
    public boolean isUnknown() {
        return answer.isEmpty() && served().isEmpty() && refused().isEmpty();
    }

    /** Whether browsers run it. */
    public boolean isScript() {
        return role == Role.SCRIPT || role == Role.MODULE || role == Role.WORKER;
    }

    /** What it is, with its URL. */
    public String title() {
        return "the " + noun() + " " + url;
    }

    public String noun() {
        return noun(role);
    }

    /** What something of that role is called. */
    public static String noun(Role role) {
        return switch (role) {
            case SCRIPT -> "script";
            case MODULE -> "module script";
            case STYLE -> "style sheet";
            case IMAGE -> "picture";
            case ICON -> "icon";
            case FONT -> "font";
            case JSON -> "JSON file";
            case SOURCE_MAP -> "source map";
            case WORKER -> "worker's script";
            case MANIFEST -> "manifest";
            case DOCUMENT -> "document";
            case OTHER -> "file";
        };
    }

    /** What the page is without where it cannot use it. */
    public Set<Loss> losses() {
        return Losses.of(this);
    }

    /** Starts to tell what is wrong with it. */
    public DetectionBuilder detection(String check, Kind kind) {
        return Detection.on(page(), check, kind, impact, url)
                .where(where())
                .loses(losses())
                .reproduce(Reproduction.headers(url));
    }

    /** Starts to tell what is wrong with its answer, which the caches that it came through may have to do with. */
    public DetectionBuilder badAnswer(String check, Kind kind) {
        return detection(check, kind).lastly(AssetCaches.of(this));
    }
}
