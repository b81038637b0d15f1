package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is expected of one page.
 *
 * @param title what its title must contain; absent means any title
 * @param status the status that the document must have; default 200
 * @param required elements that must be there
 * @param forbidden selectors that must match nothing visible
 * @param scripts scripts that the page's HTML must name; {@code *} stands for a fingerprint
 * @param responseTime how long it may take
 * @param api calls that it must make
 * @param ignoredAssets URLs that no check says anything about
 * @param allowedErrors page and console errors to leave alone
 * @param overrides other impacts, the first that fits wins
 */
public record Expectations(
        Optional<TextPattern> title,
        int status,
        List<RequiredElement> required,
        List<String> forbidden,
        List<UrlPattern> scripts,
        ResponseTimeLimits responseTime,
        List<ApiExpectation> api,
        List<UrlPattern> ignoredAssets,
        List<TextPattern> allowedErrors,
        List<SeverityOverride> overrides) {

    /** What is expected of a page about which its owner said nothing. */
    public static final Expectations NONE = new Expectations(
            Optional.empty(),
            200,
            List.of(),
            List.of(),
            List.of(),
            ResponseTimeLimits.DEFAULT,
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** Copies the lists. */
    public Expectations {
        requireNonNull(title);
        requireNonNull(responseTime);
        required = List.copyOf(required);
        forbidden = List.copyOf(forbidden);
        scripts = List.copyOf(scripts);
        api = List.copyOf(api);
        ignoredAssets = List.copyOf(ignoredAssets);
        allowedErrors = List.copyOf(allowedErrors);
        overrides = List.copyOf(overrides);
    }
}
