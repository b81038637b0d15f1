package dev.smokerunner.check.packing;

import dev.smokerunner.check.view.NamedFiles;
import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.LocalHosts;
import dev.smokerunner.check.web.Origins;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.detection.Reproduction;
import dev.smokerunner.expectation.AssetExpectations;
import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.observation.PackageContents;
import dev.smokerunner.observation.PackageContents.PackagedFile;
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
 * Finds hosts of other environments in the files of a package, also in those that no visit loads.
 *
 * <p>What {@code asset-host} reads of the visited pages is left to it where the config forbids the host.
 */
final class PackagedHosts {
    private static final Kind HOST = Kind.cause("package-host");

    private final PageObservation page;
    private final PackageContents contents;
    private final AssetExpectations expected;
    private final List<UrlPattern> forbidden;
    private final PackageFindings tell;
    private final NamedFiles named;
    private final Set<String> looked = new HashSet<>();

    PackagedHosts(PageView view, PackageContents contents, AssetExpectations expected, PackageFindings tell) {
        this.page = view.observation();
        this.contents = contents;
        this.expected = expected;
        this.tell = tell;
        this.named = view.namedFiles();
        this.forbidden = expected.forbiddenHosts().stream()
                .map(pattern -> new UrlPattern(pattern.written().toLowerCase(Locale.ROOT)))
                .filter(pattern -> !pattern.matches(Requests.host(page.url())))
                .toList();
        looked.add(Locations.file(page.url()));
        page.assets().keySet().stream().map(Locations::file).forEach(looked::add);
        Set<String> others = new HashSet<>(contents.visited());
        others.removeAll(looked);
        looked.addAll(named.from(others));
    }

    List<Detection> findings() {
        Map<String, List<Mention>> byWhy = new LinkedHashMap<>();
        for (PackagedFile file : contents.files()) {
            for (String authority : file.hosts().stream().sorted().toList()) {
                String host = Origins.host(authority);
                why(file, host).ifPresent(why -> byWhy.computeIfAbsent(why, unused -> new ArrayList<>())
                        .add(new Mention(file, host, authority)));
            }
        }
        List<Detection> findings = new ArrayList<>();
        byWhy.forEach((why, mentions) -> findings.add(finding(why, mentions)));
        return findings;
    }

    private record Mention(PackagedFile file, String host, String authority) {}

    private Optional<String> why(PackagedFile file, String host) {
        Optional<UrlPattern> pattern =
                forbidden.stream().filter(one -> one.matches(host)).findFirst();
        if (pattern.isPresent()) {
            return pattern.filter(one -> !looked.contains(file.key()))
                    .map(one -> "the config forbids (assets.forbid-hosts: " + one + ")");
        }
        boolean knowsAll = file.hosts().stream()
                .map(Origins::host)
                .anyMatch(one -> expected.environments().customers().contains(one));
        // Code that knows the hosts of all environments chooses among them when it runs.
        return knowsAll
                ? Optional.empty()
                : Optional.ofNullable(expected.environments().internal().get(host))
                        .map(name -> "is the host of the environment " + name);
    }

    private Detection finding(String why, List<Mention> mentions) {
        boolean isBad = mentions.stream().anyMatch(this::isBad);
        Mention first = mentions.stream().filter(this::isBad).findFirst().orElse(mentions.get(0));
        List<String> keys = new ArrayList<>(List.of(first.file().key()));
        mentions.stream()
                .map(mention -> mention.file().key())
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        return tell.about(HOST, keys, isBad ? Severity.SEV2 : Severity.SEV4)
                .message(Format.line(first.file().key())
                        + (keys.size() == 1 ? " names " : " and " + (keys.size() - 1) + " other files name ")
                        + Format.line(first.authority()) + ", which " + why)
                .expected("no mention of " + first.host())
                .hint(
                        "a setting of another environment went into the build: build again with the settings of where this"
                                + " package goes")
                .reproduce(Reproduction.mentions(tell.url(first.file().key()), first.authority()))
                .attempts(page.attempts())
                .build();
    }

    /** Libraries carry {@code http://localhost} as a default that is never used, and what no page needs may say anything. */
    private boolean isBad(Mention mention) {
        boolean isUsed = NamedFiles.isPage(mention.file().key()) || named.isNamedFromPages(mention.file());
        return isUsed && !LocalHosts.isLoopback(mention.host());
    }
}
