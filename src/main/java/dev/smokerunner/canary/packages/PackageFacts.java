package dev.smokerunner.canary.packages;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a registry tells of a package; mirrors leave much of it out.
 *
 * @param name the package
 * @param versions all its versions
 * @param published when each version was published, or when a mirror took it in
 * @param maintainers who may publish it
 * @param deprecated why nobody should use it any more, if its maintainers say so
 * @param installScripts the scripts that it runs when it is installed, by name
 */
public record PackageFacts(
        String name,
        List<String> versions,
        Map<String, Instant> published,
        List<String> maintainers,
        Optional<String> deprecated,
        List<String> installScripts) {
    private static final List<String> AT_INSTALL = List.of("preinstall", "install", "postinstall");

    /** Copies the collections. */
    public PackageFacts {
        requireNonNull(name);
        requireNonNull(deprecated);
        versions = List.copyOf(versions);
        published = Map.copyOf(published);
        maintainers = List.copyOf(maintainers);
        installScripts = List.copyOf(installScripts);
    }

    static PackageFacts read(String name, JsonNode view) {
        Map<String, Instant> published = new TreeMap<>();
        Json.texts(view.path("time"))
                .forEach((version, time) -> instant(time).ifPresent(at -> published.put(version, at)));
        return new PackageFacts(
                name,
                versions(view.path("versions")),
                published,
                view.path("maintainers").values().stream()
                        .map(each -> each.isString()
                                ? each.asString()
                                : each.path("name").asString(""))
                        .toList(),
                Optional.of(view.path("deprecated").asString("")).filter(text -> !text.isEmpty()),
                AT_INSTALL.stream().filter(view.path("scripts")::has).toList());
    }

    /** The only one is told as a text. */
    static List<String> versions(JsonNode versions) {
        return versions.isString()
                ? List.of(versions.asString())
                : versions.values().stream().map(each -> each.asString("")).toList();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unusual) {
            return Optional.empty();
        }
    }

    /** When its newest version came; absent where the registry does not tell. */
    public Optional<Instant> lastRelease() {
        return versions.stream()
                .flatMap(version -> Optional.ofNullable(published.get(version)).stream())
                .max(Instant::compareTo);
    }
}
