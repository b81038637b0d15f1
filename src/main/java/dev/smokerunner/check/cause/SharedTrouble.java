package dev.smokerunner.check.cause;

import dev.smokerunner.check.view.PageView;
import dev.smokerunner.check.web.PageFolder;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.filename.FileName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the same trouble of many files into one cause: a wrong base path, a folder that was not uploaded, a host that is down
 * are one cause, however many files they take along.
 */
final class SharedTrouble {
    /**
     * Two of a kind may be chance, or two that somebody wants to read one by one. Measured with the deploy zoo: with 4, eight of
     * its wrong base paths and folders fall apart, and two of them no longer name their cause first.
     */
    private static final int FEWEST = 3;
    /** The zoo's own bound: a reader follows one cause through three findings, not more. With 2, one case there is told worse. */
    private static final int MOST_APART = 3;

    private final Overrides overrides;
    private final Set<String> known = new HashSet<>();
    private final URI beside;
    private final Map<String, String> types = new HashMap<>();
    private final SheetAddresses sheets;
    private final boolean hasBase;

    SharedTrouble(PageView page, Overrides overrides) {
        this.overrides = overrides;
        this.beside = page.observation().url();
        this.sheets = new SheetAddresses(page.observation());
        this.hasBase = page.observation().html().value().stream()
                .flatMap(html -> html.elements().stream())
                .anyMatch(element -> element.name().equals("base")
                        && element.attribute("href").isPresent());
        page.assets().forEach(asset -> known.add(asset.url().toString()));
        page.served().forEach(one -> types.put(one.asset().url().toString(), one.type()));
        Requests.of(page.observation()).stream()
                .filter(request -> request.kind().isOfScript())
                .forEach(request -> known.add(request.url().toString()));
    }

    /** The causes, those of one trouble as one. */
    List<Cause> joined(List<Cause> causes) {
        Map<List<Object>, List<Cause>> byTrouble = new LinkedHashMap<>();
        List<List<Cause>> alone = new ArrayList<>();
        for (Cause cause : causes) {
            Optional<List<Object>> trouble = trouble(cause.detection());
            List<Cause> same = trouble.map(key -> byTrouble.computeIfAbsent(key, any -> began(alone)))
                    .orElseGet(() -> began(alone));
            same.add(cause);
        }
        List<Cause> joined = new ArrayList<>();
        Set<String> failing = new HashSet<>(urls(causes));
        alone.forEach(same -> joined.addAll(joinedOf(same, new SharedTrait(known, failing))));
        return joined;
    }

    /** What their names share says more than the folder that some of them lie in. */
    private List<Cause> joinedOf(List<Cause> same, SharedTrait traits) {
        List<Cause> rest = new ArrayList<>(same);
        List<Cause> joined = new ArrayList<>();
        Optional<SharedTrait.Group> group = traits.first(rest);
        while (group.isPresent()) {
            rest.removeAll(group.get().causes());
            joined.add(ofTrait(group.get()));
            group = rest.isEmpty() ? Optional.empty() : traits.first(rest);
        }
        joined.addAll(rest.isEmpty() ? List.of() : apartOrOne(rest));
        return joined;
    }

    /** Groups in the order of their first cause. */
    private static List<Cause> began(List<List<Cause>> groups) {
        List<Cause> group = new ArrayList<>();
        groups.add(group);
        return group;
    }

    /** What two must share to be one: kind, host, what tells them from others of the kind, and who settles the impact. */
    private Optional<List<Object>> trouble(Detection found) {
        Optional<String> host = found.subject() instanceof Subject.Url url
                ? Optional.of(url.url())
                        .filter(Requests::isHttp)
                        .map(one -> one.getScheme() + "://" + one.getRawAuthority())
                : Optional.empty();
        String settled = overrides.settle(found) ? found.impact().name() : "";
        return found.trouble()
                .flatMap(facts -> host.map(at -> List.of(found.check(), found.kind(), at, facts, settled)));
    }

    /** A whole folder may as well be one that was not uploaded, or that a wrong base path leads to. */
    private Cause ofTrait(SharedTrait.Group group) {
        List<Cause> same = group.causes();
        String folder = commonFolder(urls(same));
        boolean isData = same.stream().allMatch(cause -> SharedTrait.isData(cause.detection()));
        if (!isData && same.size() >= FEWEST && isWhole(folder, urls(same))) {
            return one(same, folder, true, Optional.of(group.trait()));
        }
        String common = group.extension().isEmpty() ? "" : "." + group.extension();
        return Cause.ofAll(
                telling(same), new Sharing(common, false, true, same.size(), Optional.of(group.trait())), same);
    }

    private boolean isWhole(String folder, Collection<String> urls) {
        Set<String> all = new HashSet<>(urls);
        return known.stream().filter(url -> url.startsWith(folder)).allMatch(all::contains);
    }

    /**
     * Whether two are all of a folder, code and other things of a page: it was not published. All of a site are those that a
     * wrong base in the page leads astray.
     */
    private boolean isFolderLost(List<Cause> same) {
        String folder = commonFolder(urls(same));
        boolean isBelowTop = hasBase
                || folder(folder).length() < folder.length() && !folder(folder).endsWith("//");
        long ofCode = same.stream()
                .filter(cause -> cause.detection().loses(Loss.CODE))
                .count();
        return same.size() > 1 && ofCode == 1 && isBelowTop && isWhole(folder, urls(same));
    }

    /** Whether two are all that the page names, and lie beside a page whose address may lack the slash that leads into its folder. */
    private boolean isBesideThePage(List<Cause> same) {
        String page = beside.toString();
        return same.size() > 1
                && PageFolder.lacksSlash(beside)
                && urls(same).stream().allMatch(url -> url.startsWith(folder(page)))
                && isWhole(folder(page), urls(same));
    }

    /**
     * Whether two have names that a build made, and one of them is code: a page of another build names them, or this build was
     * not uploaded whole.
     */
    private static boolean isOfOtherBuild(List<Cause> same) {
        return same.size() > 1
                && same.stream().anyMatch(cause -> cause.detection().loses(Loss.CODE))
                && urls(same).stream()
                        .allMatch(url -> FileName.ofAddress(url).fingerprint().isPresent());
    }

    /** Whether all are wrong in what is settled by their extension, which they share, and no other file of it is sent otherwise. */
    private boolean isOfOneSetting(List<Cause> same) {
        Set<String> extensions = new HashSet<>();
        Set<String> sent = new HashSet<>();
        urls(same).forEach(url -> extensions.add(FileName.ofAddress(url).extension()));
        types.forEach((url, type) -> {
            if (extensions.contains(FileName.ofAddress(url).extension())) {
                sent.add(type);
            }
        });
        return same.size() > 1
                && same.stream().allMatch(cause -> cause.detection().kind().isByExtension())
                && extensions.size() == 1
                && sent.size() == 1;
    }

    /** Whether several are one path with other queries, such as a program that makes pictures of others, and none is data. */
    private static boolean areOfOnePath(List<Cause> same) {
        return same.size() > 1
                && same.stream().noneMatch(cause -> SharedTrait.isData(cause.detection()))
                && urls(same).stream()
                                .map(url -> url.split("[?#]", 2)[0])
                                .distinct()
                                .count()
                        == 1;
    }

    private List<Cause> apartOrOne(List<Cause> same) {
        List<Cause> apart = split(same);
        return apart.size() > MOST_APART && same.size() >= FEWEST
                ? List.of(one(same, commonFolder(urls(same)), false, Optional.empty()))
                : apart;
    }

    private List<Cause> split(List<Cause> same) {
        if (sheets.areAllOfOne(urls(same)) || areOfOnePath(same)) {
            return List.of(one(same, commonFolder(urls(same)), false, Optional.empty()));
        }
        return same.size() < FEWEST ? splitFew(same) : splitMany(same);
    }

    private List<Cause> splitFew(List<Cause> same) {
        boolean isWhole = isFolderLost(same) || isBesideThePage(same);
        return isWhole || isOfOtherBuild(same) || isOfOneSetting(same)
                ? List.of(one(same, commonFolder(urls(same)), isWhole, Optional.empty()))
                : same;
    }

    private List<Cause> splitMany(List<Cause> same) {
        String folder = commonFolder(urls(same));
        boolean isWhole = isWhole(folder, urls(same));
        Map<String, List<Cause>> parts = new LinkedHashMap<>();
        same.forEach(cause -> parts.computeIfAbsent(
                        child(cause.detection().subject().text(), folder), key -> new ArrayList<>())
                .add(cause));
        if (isWhole || isOfOneSetting(same)) {
            return List.of(one(same, folder, isWhole, Optional.empty()));
        }
        List<Cause> split = new ArrayList<>();
        if (parts.size() > 1) {
            parts.values().forEach(part -> split.addAll(split(part)));
        }
        return parts.size() > 1 ? split : same;
    }

    private static List<String> urls(List<Cause> causes) {
        return causes.stream().map(cause -> cause.detection().subject().text()).toList();
    }

    private static Cause one(List<Cause> same, String folder, boolean isWhole, Optional<NameTrait> trait) {
        Cause first = telling(same);
        boolean saysMuch =
                first.detection().loses(Loss.CODE) || first.detection().loses(Loss.ANSWER);
        // Three pictures say little of their folder.
        boolean isAll = isWhole && (same.size() > MOST_APART || saysMuch);
        return Cause.ofAll(first, new Sharing(folder, true, isAll, same.size(), trait), same);
    }

    /** The one whose loss is felt most. */
    private static Cause telling(List<Cause> same) {
        return same.stream()
                .min(Comparator.comparing((Cause cause) -> !cause.detection().loses(Loss.CODE))
                        .thenComparing(cause -> cause.detection().impact()))
                .orElseThrow();
    }

    /** The longest start that ends in a slash and that all URLs share; at least scheme and host. */
    private static String commonFolder(Collection<String> urls) {
        String common = urls.iterator().next();
        for (String url : urls) {
            while (!url.startsWith(common)) {
                common = folder(common);
            }
        }
        return folder(common + "x");
    }

    private static String folder(String url) {
        String path = url.split("[?#]", 2)[0];
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    /** The folder below a folder in which a URL lies; empty for what lies in the folder itself. */
    private static String child(String url, String folder) {
        String rest = url.split("[?#]", 2)[0].substring(folder.length());
        return rest.substring(0, rest.indexOf('/') + 1);
    }
}
