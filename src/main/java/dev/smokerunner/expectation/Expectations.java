package dev.smokerunner.expectation;

import static java.util.Objects.requireNonNull;

import dev.smokerunner.result.Audience;
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
 * @param assets what is expected of the page's assets
 * @param allowedErrors page and console errors to leave alone
 * @param overrides other impacts, the first that fits wins
 * @param audience for whom the page is; default {@code customers}
 * @param indexing whether search engines are to list the page; default is that nobody said
 */
public record Expectations(
        Optional<TextPattern> title,
        int status,
        List<RequiredElement> required,
        List<String> forbidden,
        List<UrlPattern> scripts,
        ResponseTimeLimits responseTime,
        List<ApiExpectation> api,
        AssetExpectations assets,
        List<TextPattern> allowedErrors,
        List<SeverityOverride> overrides,
        Audience audience,
        Indexing indexing) {

    /** What is expected of a page about which its owner said nothing. */
    public static final Expectations NONE = new Expectations(
            Optional.empty(),
            200,
            List.of(),
            List.of(),
            List.of(),
            ResponseTimeLimits.DEFAULT,
            List.of(),
            AssetExpectations.NONE,
            List.of(),
            List.of(),
            Audience.CUSTOMERS,
            Indexing.ANY);

    /** Copies the lists. */
    public Expectations {
        requireNonNull(title);
        requireNonNull(responseTime);
        requireNonNull(assets);
        requireNonNull(audience);
        requireNonNull(indexing);
        required = List.copyOf(required);
        forbidden = List.copyOf(forbidden);
        scripts = List.copyOf(scripts);
        api = List.copyOf(api);
        allowedErrors = List.copyOf(allowedErrors);
        overrides = List.copyOf(overrides);
    }

    /** The same expectations for another audience. */
    public Expectations meantFor(Audience whom) {
        return new Expectations(
                title,
                status,
                required,
                forbidden,
                scripts,
                responseTime,
                api,
                assets,
                allowedErrors,
                overrides,
                whom,
                indexing);
    }

    /** The same expectations with another wish about search engines. */
    public Expectations indexed(Indexing wish) {
        return new Expectations(
                title,
                status,
                required,
                forbidden,
                scripts,
                responseTime,
                api,
                assets,
                allowedErrors,
                overrides,
                audience,
                wish);
    }
}
