package dev.smokerunner.check.asset;

import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a policy that has a plain page ask for its files with https, where nothing answers: the directive is the cause, and
 * tells all that is lost by it.
 */
final class UpgradedRequests {
    private static final Kind UPGRADED =
            Kind.cause("requests-upgraded").evenIfMild().byTheBrowser();
    private static final PolicyDirective DIRECTIVE = new PolicyDirective("upgrade-insecure-requests");

    private final PageObservation page;

    UpgradedRequests(PageObservation page) {
        this.page = page;
    }

    List<Detection> findings(String check) {
        boolean isPlain = "http".equalsIgnoreCase(page.url().getScheme());
        Optional<String> place = isPlain ? new ContentPolicies(page).placeOf(DIRECTIVE) : Optional.empty();
        List<URI> lost = place.isPresent() ? lost() : List.of();
        return lost.isEmpty() ? List.of() : List.of(finding(check, place.orElseThrow(), lost));
    }

    private Detection finding(String check, String place, List<URI> lost) {
        Kind kind = UPGRADED.taking(other -> lost.stream()
                .anyMatch(url -> other.subject().isUrl(url.toString())
                        || other.subject() instanceof Subject.Host host
                                && host.text().equals(Requests.host(url))));
        return Detection.on(page.url(), check, kind, Severity.SEV4, new Subject.Wanted(DIRECTIVE.name()))
                .loses(Loss.CODE, Loss.SHOWN, Loss.ANSWER)
                .message("the page's policy has browsers ask with https for what the page names with http, and nothing"
                        + " answers there: " + DIRECTIVE.name() + " in " + place)
                .expected("a policy without " + DIRECTIVE.name()
                        + " while the site is served with http, or a host that answers" + " with https")
                .actual(lost.get(0) + " does not answer")
                .hint("take " + DIRECTIVE.name()
                        + " out of the page's policy, or serve the page and its files with https")
                .reproduce(Reproduction.headers(page.url()))
                .attempts(page.attempts())
                .build();
    }

    /** What was asked for with https without an answer, though the page names it with http. */
    private List<URI> lost() {
        return Requests.of(page).stream()
                .filter(request ->
                        request.status().isEmpty() && request.failure().isPresent())
                .map(BrowserRequest::url)
                .filter(url -> "https".equals(url.getScheme()) && !isNamed(url) && (isOfPage(url) || isNamedPlain(url)))
                .distinct()
                .toList();
    }

    private boolean isOfPage(URI url) {
        return url.getHost() != null
                && url.getHost().equalsIgnoreCase(page.url().getHost())
                && port(url, 443) == port(page.url(), 443);
    }

    private boolean isNamed(URI url) {
        return written().anyMatch(url::equals);
    }

    private boolean isNamedPlain(URI url) {
        return written()
                .anyMatch(other -> "http".equals(other.getScheme())
                        && url.getHost() != null
                        && url.getHost().equalsIgnoreCase(other.getHost())
                        && port(url, 443) == port(other, 443)
                        && String.valueOf(url.getRawPath()).equals(String.valueOf(other.getRawPath())));
    }

    private Stream<URI> written() {
        return page.references().stream()
                .filter(reference -> reference.origin() != Reference.Origin.BROWSER)
                .flatMap(reference -> reference.url().stream());
    }

    /** The port after the upgrade: 80 becomes 443, and all others stay. */
    private static int port(URI url, int ofHttps) {
        return url.getPort() < 0 || url.getPort() == 80 ? ofHttps : url.getPort();
    }
}
