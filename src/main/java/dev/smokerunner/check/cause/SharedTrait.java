package dev.smokerunner.check.cause;

import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.filename.FileName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what names that fail have in common and no name that is served has: a server that refuses an extension, a store that
 * reads a plus as a blank, an upload that leaves out what begins with an underscore.
 *
 * @param known all addresses that the page asks for or names
 * @param failing those of them of which something was found
 */
record SharedTrait(Collection<String> known, Set<String> failing) {

    /** Some of the causes of one trouble, and what their names share. */
    record Group(NameTrait trait, String extension, List<Cause> causes) {}

    /** The first group that is to be told as one; empty where no name tells why it fails. */
    Optional<Group> first(List<Cause> same) {
        if (!same.stream().allMatch(cause -> mayBeOfName(cause.detection()))) {
            return Optional.empty();
        }
        String site = site(url(same.get(0)));
        List<String> served = known.stream()
                .filter(url -> site(url).equals(site) && !failing.contains(url))
                .toList();
        for (NameTrait trait : NameTrait.values()) {
            Optional<Group> group = groups(trait, same).stream()
                    .filter(one -> isEnough(one) && (!served.isEmpty() || isOfData(one)))
                    .filter(one -> served.stream().noneMatch(url -> hasToo(one, url)))
                    .findFirst();
            if (group.isPresent()) {
                return group;
            }
        }
        return Optional.empty();
    }

    /** Whether it may come of a name: data is fetched by name whatever goes wrong with it. */
    private static boolean mayBeOfName(Detection found) {
        return found.kind().isOfAddress() || isData(found);
    }

    private static List<Group> groups(NameTrait trait, List<Cause> same) {
        Map<String, List<Cause>> byExtension = new LinkedHashMap<>();
        same.stream().filter(cause -> isIn(trait, cause, url(cause))).forEach(cause -> byExtension
                .computeIfAbsent(extension(trait, url(cause)), key -> new ArrayList<>())
                .add(cause));
        List<Group> groups = new ArrayList<>();
        byExtension.forEach((extension, causes) -> groups.add(new Group(trait, extension, causes)));
        return groups;
    }

    private static boolean isEnough(Group group) {
        return group.causes().stream().map(SharedTrait::url).distinct().count() >= NameTrait.FEWEST;
    }

    private static boolean isOfData(Group group) {
        return group.trait() == NameTrait.EXTENSION
                && group.causes().stream().allMatch(cause -> isData(cause.detection()));
    }

    private static boolean hasToo(Group group, String url) {
        return isIn(group.trait(), group.causes().get(0), url)
                && extension(group.trait(), url).equals(group.extension());
    }

    /** Whether an address has the trait; what servers settle by extension is of it, however common that is. */
    private static boolean isIn(NameTrait trait, Cause cause, String url) {
        boolean isByExtension = trait == NameTrait.EXTENSION
                && cause.detection().kind().isByExtension()
                && !FileName.ofAddress(url).extension().isEmpty();
        return isByExtension || trait.isIn(path(url));
    }

    static boolean isData(Detection found) {
        return found.loses(Loss.DATA) || found.loses(Loss.ANSWER);
    }

    private static String extension(NameTrait trait, String url) {
        return trait == NameTrait.EXTENSION ? FileName.ofAddress(url).extension() : "";
    }

    private static String url(Cause cause) {
        return cause.detection().subject().text();
    }

    /** The encoded path; empty where there is none. */
    private static String path(String url) {
        return Optional.ofNullable(URI.create(url).getRawPath()).orElse("");
    }

    private static String site(String url) {
        return Optional.ofNullable(URI.create(url).getRawAuthority()).orElse("");
    }
}
