package dev.smokerunner.config;

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
import dev.smokerunner.run.PagePlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads pages, and what is expected of every page alike.
 *
 * @param api the calls that each page must make
 * @param assets what is expected of the assets
 * @param allowed the errors to leave alone
 * @param overrides other impacts
 * @param audience for whom the pages are
 * @param indexing whether search engines are to list them
 */
record PageReader(
        List<ApiExpectation> api,
        AssetExpectations assets,
        List<TextPattern> allowed,
        List<SeverityOverride> overrides,
        Audience audience,
        Indexing indexing) {
    private static final int OK = 200;

    /** Reads what is expected of every page. */
    static PageReader of(ConfigNode config, EnvironmentHosts hosts, Audience audience, Indexing indexing) {
        return new PageReader(
                config.get("api").items().stream()
                        .flatMap(call -> api(call).stream())
                        .toList(),
                assets(config.get("assets"), hosts),
                config.get("errors").get("allow").readAll(ValueParsers::textPattern),
                config.get("severity").items().stream()
                        .flatMap(o -> override(o).stream())
                        .toList(),
                audience,
                indexing);
    }

    PagePlan read(ConfigNode page) {
        Expectations expectations = new Expectations(
                page.get("title").read(ValueParsers::textPattern),
                page.get("status").number(OK),
                page.get("require").items().stream()
                        .flatMap(e -> element(e).stream())
                        .toList(),
                page.get("forbid").readAll(CssSelector::parse),
                page.get("scripts").readAll(UrlPattern::new),
                limits(page.get("response-time")),
                api,
                assets,
                allowed,
                overrides,
                audience,
                indexing);
        return new PagePlan(page.get("path").text().orElse("./"), expectations);
    }

    private static AssetExpectations assets(ConfigNode entry, EnvironmentHosts hosts) {
        return new AssetExpectations(
                entry.get("ignore").readAll(UrlPattern::new),
                entry.get("forbid-hosts").readAll(ValueParsers::host),
                entry.get("allow-hosts").readAll(ValueParsers::host),
                cache(entry.get("cache-control")),
                hosts);
    }

    private static CacheRules cache(ConfigNode entry) {
        return new CacheRules(
                entry.get("document").read(CacheRuleText::parse),
                entry.get("fingerprinted").read(CacheRuleText::parse));
    }

    private static Optional<RequiredElement> element(ConfigNode entry) {
        if (entry.text().isPresent()) {
            return entry.read(CssSelector::parse).map(RequiredElement::of);
        }
        Optional<TextPattern> text = entry.get("text").read(ValueParsers::textPattern);
        ConfigNode count = entry.get("count");
        return entry.get("css")
                .read(CssSelector::parse)
                .map(css -> new RequiredElement(
                        css,
                        text,
                        count.isThere() ? OptionalInt.of(count.number(0)) : OptionalInt.empty(),
                        entry.get("visible").flag(true),
                        impact(entry, Severity.SEV2)));
    }

    private static ResponseTimeLimits limits(ConfigNode entry) {
        ResponseTimeLimits defaults = ResponseTimeLimits.DEFAULT;
        return new ResponseTimeLimits(
                entry.get("document").read(DurationText::parseLimit),
                entry.get("load").read(DurationText::parseLimit).orElse(defaults.load()),
                entry.get("ready").read(DurationText::parseLimit).orElse(defaults.ready()));
    }

    private static Optional<ApiExpectation> api(ConfigNode entry) {
        return entry.get("url")
                .read(UrlPattern::new)
                .map(url -> new ApiExpectation(url, entry.get("status").number(OK), impact(entry, Severity.SEV3)));
    }

    private static Optional<SeverityOverride> override(ConfigNode entry) {
        UrlPattern subject = entry.get("subject").read(UrlPattern::new).orElse(new UrlPattern("*"));
        return entry.get("check")
                .text()
                .map(check -> new SeverityOverride(check, subject, impact(entry, Severity.SEV5)));
    }

    private static Severity impact(ConfigNode entry, Severity otherwise) {
        return Severity.of(entry.get("impact").number(otherwise.level()));
    }
}
