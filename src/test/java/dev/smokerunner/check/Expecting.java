package dev.smokerunner.check;

import dev.smokerunner.expectation.ApiExpectation;
import dev.smokerunner.expectation.AssetExpectations;
import dev.smokerunner.expectation.CacheRules;
import dev.smokerunner.expectation.EnvironmentHosts;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.Indexing;
import dev.smokerunner.expectation.RequiredElement;
import dev.smokerunner.expectation.ResponseTimeLimits;
import dev.smokerunner.expectation.SeverityOverride;
import dev.smokerunner.expectation.TextPattern;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.result.Audience;
import dev.smokerunner.result.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Expectations of one kind, the rest as for an owner who said nothing. */
public final class Expecting {
    private Optional<TextPattern> title = Optional.empty();
    private int status = 200;
    private List<RequiredElement> required = List.of();
    private List<String> forbidden = List.of();
    private List<UrlPattern> scripts = List.of();
    private ResponseTimeLimits responseTime = ResponseTimeLimits.DEFAULT;
    private List<ApiExpectation> api = List.of();
    private AssetExpectations assets = AssetExpectations.NONE;
    private List<TextPattern> allowed = List.of();
    private List<SeverityOverride> overrides = List.of();
    private Audience audience = Audience.CUSTOMERS;
    private Indexing indexing = Indexing.ANY;

    private Expecting() {}

    public static Expectations elements(RequiredElement... required) {
        return with(e -> e.required = List.of(required));
    }

    public static Expectations title(String title) {
        return with(e -> e.title = Optional.of(new TextPattern(title)));
    }

    public static Expectations nothingLike(String css) {
        return with(e -> e.forbidden = List.of(css));
    }

    public static Expectations scripts(String... patterns) {
        return with(e -> e.scripts = patterns(patterns));
    }

    public static Expectations status(int status) {
        return with(e -> e.status = status);
    }

    public static Expectations within(ResponseTimeLimits limits) {
        return with(e -> e.responseTime = limits);
    }

    public static Expectations call(String pattern, int status, Severity impact) {
        return with(e -> e.api = List.of(new ApiExpectation(new UrlPattern(pattern), status, impact)));
    }

    public static Expectations ignoring(String... assets) {
        return with(e -> e.assets =
                new AssetExpectations(patterns(assets), List.of(), List.of(), CacheRules.NONE, EnvironmentHosts.NONE));
    }

    public static Expectations noHost(String... hosts) {
        return with(e -> e.assets =
                new AssetExpectations(List.of(), patterns(hosts), List.of(), CacheRules.NONE, EnvironmentHosts.NONE));
    }

    public static Expectations allowingHost(String... hosts) {
        return with(e -> e.assets =
                new AssetExpectations(List.of(), List.of(), patterns(hosts), CacheRules.NONE, EnvironmentHosts.NONE));
    }

    public static Expectations allowing(String... errors) {
        return with(e -> e.allowed = Arrays.stream(errors).map(TextPattern::new).toList());
    }

    public static Expectations impact(String check, String subject, Severity impact) {
        return with(e -> e.overrides = List.of(new SeverityOverride(check, new UrlPattern(subject), impact)));
    }

    public static Expectations meantFor(Audience audience) {
        return with(e -> e.audience = audience);
    }

    public static Expectations indexing(Indexing indexing) {
        return with(e -> e.indexing = indexing);
    }

    public static Expectations caching(CacheRules rules) {
        return with(
                e -> e.assets = new AssetExpectations(List.of(), List.of(), List.of(), rules, EnvironmentHosts.NONE));
    }

    private static Expectations with(Consumer<Expecting> change) {
        Expecting e = new Expecting();
        change.accept(e);
        return new Expectations(
                e.title,
                e.status,
                e.required,
                e.forbidden,
                e.scripts,
                e.responseTime,
                e.api,
                e.assets,
                e.allowed,
                e.overrides,
                e.audience,
                e.indexing);
    }

    private static List<UrlPattern> patterns(String... patterns) {
        return Arrays.stream(patterns).map(UrlPattern::new).toList();
    }
}
