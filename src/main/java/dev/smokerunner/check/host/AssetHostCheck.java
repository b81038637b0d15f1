package dev.smokerunner.check.host;

import dev.smokerunner.check.Check;
import dev.smokerunner.check.host.HostMention.How;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LocalHosts;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.DetectionBuilder;
import dev.smokerunner.detection.Judgement;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.expectation.Expectations;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds hosts that a page must not refer to in its environment: those that the config forbids, and machines that only a
 * developer has. One finding for each rule: one setting of a build names many of them.
 */
public record AssetHostCheck() implements Check {
    private static final Kind FORBIDDEN = Kind.cause("host-forbidden");
    private static final Kind LOCAL = Kind.cause("host-local");

    private static final int MOST_LINES = 10;

    @Override
    public String name() {
        return "asset-host";
    }

    @Override
    public Judgement judge(PageView view, Expectations expected) {
        PageObservation page = view.observation();
        List<UrlPattern> forbidden = forbidden(page, expected);
        List<HostMention> mentions = new ArrayList<>(HostMentions.of(page));
        if (!forbidden.isEmpty()) {
            mentions.addAll(HostTexts.of(view));
        }
        LocalRule local = LocalRule.of(page, expected.audience());
        Map<String, List<Wrong>> byRule = new LinkedHashMap<>();
        Set<String> urls = new HashSet<>();
        for (HostMention mention : mentions) {
            // What a tag names, the browser then loads: that is one mention.
            wrong(mention, forbidden, local)
                    .filter(one -> urls.add(mention.url()))
                    .ifPresent(one -> byRule.computeIfAbsent(one.why(), why -> new ArrayList<>())
                            .add(one));
        }
        List<Detection> findings = new ArrayList<>();
        byRule.values().forEach(wrongs -> findings.add(finding(page, wrongs)));
        return mentions.isEmpty()
                ? Judgement.skipped(name(), "the page refers to nothing")
                : Judgement.judged(name(), mentions.size(), findings);
    }

    /** A pattern that fits the page's own host is meant for another environment. */
    private static List<UrlPattern> forbidden(PageObservation page, Expectations expected) {
        String own = Requests.host(page.url());
        return expected.assets().forbiddenHosts().stream()
                .map(pattern -> new UrlPattern(pattern.written().toLowerCase(Locale.ROOT)))
                .filter(pattern -> !pattern.matches(own))
                .toList();
    }

    private static Optional<Wrong> wrong(HostMention mention, List<UrlPattern> forbidden, LocalRule local) {
        Optional<Wrong> byConfig = forbidden.stream()
                .filter(pattern -> pattern.matches(mention.host()))
                .findFirst()
                .map(pattern -> new Wrong(
                        mention,
                        FORBIDDEN,
                        forbiddenImpact(mention),
                        "the config forbids (assets.forbid-hosts: " + pattern + ")"));
        return byConfig.or(() -> local.impact(mention)
                .map(impact -> new Wrong(mention, LOCAL, impact, LocalRule.words(mention.host()))));
    }

    /** Libraries carry {@code http://localhost} as a default that is never used. */
    private static Severity forbiddenImpact(HostMention mention) {
        return mention.how() == How.IN_TEXT && LocalHosts.isLoopback(mention.host()) ? Severity.SEV4 : Severity.SEV2;
    }

    private static Subject subject(HostMention mention) {
        return Urls.of(mention.url()).map(Subject::of).orElseGet(() -> new Subject.Host(mention.url()));
    }

    /** Whether the page's HTML loads code from there. */
    private static Set<Loss> losses(PageObservation page, HostMention mention) {
        boolean isCode = page.references().stream()
                .filter(reference -> reference.role().isScript())
                .flatMap(reference -> reference.url().stream())
                .anyMatch(url -> url.toString().equals(mention.url()));
        return isCode ? Set.of(Loss.CODE) : Set.of();
    }

    private Detection finding(PageObservation page, List<Wrong> wrongs) {
        Severity impact =
                wrongs.stream().map(Wrong::impact).reduce(Severity::worseOf).orElse(Severity.SEV4);
        Wrong first = wrongs.stream()
                .filter(one -> one.impact() == impact)
                .findFirst()
                .orElse(wrongs.get(0));
        HostMention mention = first.mention();
        DetectionBuilder finding = Detection.on(page.url(), name(), first.kind(), impact, subject(mention))
                .loses(losses(page, mention))
                .message(mention.what() + " " + Format.line(mention.url()) + ", which " + first.why())
                .expected("no reference to " + mention.host())
                .actual(wrongs.size() == 1 ? "1 reference" : wrongs.size() + " references")
                .where(mention.where())
                .evidence(wrongs.stream()
                        .filter(one -> !one.equals(first))
                        .map(one -> one.mention().line())
                        .distinct()
                        .limit(MOST_LINES)
                        .toList())
                .hint(
                        "a setting of another environment went into the build: build again with this environment's settings");
        if (mention.where().isPresent() || mention.how() == How.IN_TEXT) {
            finding.reproduce(Reproduction.mentions(mention.file(), mention.authority()));
        }
        return finding.build();
    }

    /** A mention of a host that must not be there, and why not. */
    private record Wrong(HostMention mention, Kind kind, Severity impact, String why) {}
}
