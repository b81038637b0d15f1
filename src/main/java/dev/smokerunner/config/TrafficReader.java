package dev.smokerunner.config;

import dev.smokerunner.expectation.UrlPattern;
import dev.smokerunner.serving.Target;
import dev.smokerunner.traffic.PageGroup;
import dev.smokerunner.traffic.PageGroups;
import dev.smokerunner.traffic.TrafficSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what of a site's visitors is counted.
 *
 * @param config the whole config: where it names no groups, its pages and its calls of an API are two
 * @param base the directory to which logs are relative
 */
record TrafficReader(ConfigNode config, Path base) {

    /**
     * The settings for one place.
     *
     * @param target where the site is
     */
    TrafficSettings read(Target target) {
        ConfigNode traffic = config.get("traffic");
        URI url = target instanceof Target.LiveSite site ? site.url() : URI.create("/");
        return new TrafficSettings(
                traffic.get("beacons").flag(false),
                traffic.get("logs").items().stream()
                        .flatMap(log -> log.text().stream())
                        .map(this::absolute)
                        .toList(),
                new PageGroups(
                        Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT),
                        home(url),
                        groups(traffic.get("groups"), url)));
    }

    /** Not by {@code Path}, which on Windows takes no wildcards. */
    private String absolute(String log) {
        boolean isAbsolute = log.startsWith("/") || log.matches("[A-Za-z]:[/\\\\].*");
        return isAbsolute ? log : base.toAbsolutePath().normalize() + "/" + log;
    }

    private static String home(URI url) {
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        return path.substring(0, path.lastIndexOf('/') + 1).isEmpty()
                ? "/"
                : path.substring(0, path.lastIndexOf('/') + 1);
    }

    private List<PageGroup> groups(ConfigNode groups, URI url) {
        List<PageGroup> named = new ArrayList<>();
        for (Map.Entry<String, ConfigNode> group : groups.entries().entrySet()) {
            named.add(new PageGroup(
                    group.getKey(),
                    group.getValue().readAll(UrlPattern::new).stream()
                            .map(UrlPattern::pattern)
                            .toList()));
        }
        return named.isEmpty() ? ofTheConfig(url) : named;
    }

    private List<PageGroup> ofTheConfig(URI url) {
        List<ConfigNode> pages = config.get("pages").items();
        Stream<String> paths = pages.isEmpty()
                ? Stream.of("./")
                : pages.stream().map(page -> page.get("path").text().orElse("./"));
        List<Pattern> seen = paths.flatMap(path -> page(url, path).stream()).toList();
        List<Pattern> calls = config.get("api").items().stream()
                .flatMap(call -> call.get("url").text().stream())
                .map(call -> call.replaceFirst("^https?://[^/]*", "").replaceFirst("\\?.*", ""))
                .map(call -> new UrlPattern(call).pattern())
                .toList();
        return calls.isEmpty()
                ? List.of(new PageGroup("pages", seen))
                : List.of(new PageGroup("pages", seen), new PageGroup("api", calls));
    }

    /** A page, and what a server calls it by where it is the first of a folder. */
    private static Optional<Pattern> page(URI url, String path) {
        try {
            String raw = url.resolve(path).getRawPath();
            return Optional.of(Pattern.compile(
                    Pattern.quote(raw.isEmpty() ? "/" : raw) + (raw.endsWith("/") ? "(index\\.html)?" : "")));
        } catch (IllegalArgumentException wrong) {
            // It is among the problems of the pages.
            return Optional.empty();
        }
    }
}
