package dev.smokerunner.check.cause;

import dev.smokerunner.check.asset.Assets;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.detection.Detection;
import dev.smokerunner.detection.Loss;
import dev.smokerunner.detection.Subject;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Joins the same trouble of many files into one cause: a wrong base path, a folder that was not uploaded, a host that is down
 * are one cause, however many files they take along.
 */
final class SharedTrouble {
    /** Two of a kind may be chance, or two that somebody wants to read one by one. */
    private static final int FEWEST = 3;
    /** So many of one folder are one cause even where others of it are served. */
    private static final int FEWEST_OF_SOME = 4;
    /** A reader follows so many findings of one trouble, not more. */
    private static final int MOST_APART = 3;

    private final Overrides overrides;
    private final Set<String> known = new HashSet<>();

    SharedTrouble(PageObservation page, Overrides overrides) {
        this.overrides = overrides;
        Assets.of(page).forEach(asset -> known.add(asset.url().toString()));
        Requests.of(page).stream()
                .filter(request -> request.kind() == Kind.CALL || request.kind() == Kind.STREAM)
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
        alone.forEach(same -> joined.addAll(isAllOfOneType(same) ? List.of(ofOneType(same)) : apartOrOne(same)));
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

    /** Whether these are two or more data files of one type, and no other of that type is served: then the type is the trouble. */
    private boolean isAllOfOneType(List<Cause> same) {
        Set<String> urls = new HashSet<>(urls(same));
        String type = type(urls(same).get(0));
        return urls.size() > 1
                && !type.isEmpty()
                && same.stream().allMatch(cause -> isData(cause.detection()))
                && urls.stream().allMatch(url -> type(url).equals(type))
                && known.stream().filter(url -> type(url).equals(type)).allMatch(urls::contains);
    }

    private static Cause ofOneType(List<Cause> same) {
        Cause first = same.stream()
                .min(Comparator.comparing(cause -> cause.detection().impact()))
                .orElseThrow();
        String type = "." + type(first.detection().subject().text());
        return Cause.ofAll(first, new Sharing(type, false, true, same.size()), same);
    }

    /** The extension in a URL's path; empty where there is none. */
    private static String type(String url) {
        String path = url.split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private List<Cause> apartOrOne(List<Cause> same) {
        List<Cause> apart = split(same);
        return apart.size() > MOST_APART && same.size() >= FEWEST
                ? List.of(one(same, commonFolder(urls(same)), false))
                : apart;
    }

    private List<Cause> split(List<Cause> same) {
        if (same.size() < FEWEST) {
            return same;
        }
        Set<String> urls = new HashSet<>(urls(same));
        String folder = commonFolder(urls);
        boolean isWhole = known.stream().filter(url -> url.startsWith(folder)).allMatch(urls::contains);
        Map<String, List<Cause>> parts = new LinkedHashMap<>();
        same.forEach(cause -> parts.computeIfAbsent(
                        child(cause.detection().subject().text(), folder), key -> new ArrayList<>())
                .add(cause));
        if (isWhole || parts.size() == 1 && same.size() >= FEWEST_OF_SOME) {
            return List.of(one(same, folder, isWhole));
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

    private static Cause one(List<Cause> same, String folder, boolean isWhole) {
        Cause first = same.stream()
                .min(Comparator.comparing((Cause cause) -> !cause.detection().loses(Loss.CODE))
                        .thenComparing(cause -> cause.detection().impact()))
                .orElseThrow();
        boolean saysMuch =
                first.detection().loses(Loss.CODE) || first.detection().loses(Loss.ANSWER);
        // Three pictures say little of their folder.
        boolean isAll = isWhole && (same.size() >= FEWEST_OF_SOME || saysMuch);
        return Cause.ofAll(first, new Sharing(folder, true, isAll, same.size()), same);
    }

    private static boolean isData(Detection found) {
        return found.loses(Loss.DATA) || found.loses(Loss.ANSWER);
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
