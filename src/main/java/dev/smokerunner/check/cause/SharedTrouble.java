package dev.smokerunner.check.cause;

import dev.smokerunner.check.asset.Assets;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.observation.BrowserRequest.Kind;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Joins the same trouble of many files into one finding: a wrong base path, a folder that was not uploaded, a host that is
 * down are one cause, however many files they take along.
 */
public final class SharedTrouble {
    private static final Set<String> CHECKS = Set.of(
            "asset-status", "asset-type", "asset-body", "asset-blocked", "asset-integrity", "asset-host", "api-call");
    /** Two of a kind may be chance, or two that somebody wants to read one by one. */
    private static final int FEWEST = 3;
    /** So many of one folder are one cause even where others of it are served. */
    private static final int FEWEST_OF_SOME = 4;
    /** A reader follows so many findings of one trouble, not more. */
    private static final int MOST_APART = 3;

    private static final String ALL = "all ";
    private static final String SEVERAL = "several ";
    private static final Pattern SHARED = Pattern.compile("(?:all|several) (?:files|calls) below .*");

    private final Overrides overrides;
    private final Predicate<Finding> isScript;
    private final Predicate<Finding> isData;
    private final Set<String> known = new HashSet<>();

    SharedTrouble(PageObservation page, Overrides overrides, Predicate<Finding> isScript, Predicate<Finding> isData) {
        this.overrides = overrides;
        this.isScript = isScript;
        this.isData = isData;
        Assets.of(page).forEach(asset -> known.add(asset.url().toString()));
        Requests.of(page).stream()
                .filter(request -> request.kind() == Kind.CALL || request.kind() == Kind.STREAM)
                .forEach(request -> known.add(request.url().toString()));
    }

    /** Whether a finding tells the trouble of many files, which may be others on each page. */
    public static boolean isTold(Finding finding) {
        return SHARED.matcher(finding.message()).find();
    }

    /** The causes, those of one trouble as one. */
    List<Cause> joined(List<Cause> causes) {
        Map<List<String>, List<Cause>> byTrouble = new LinkedHashMap<>();
        causes.forEach(cause -> byTrouble
                .computeIfAbsent(trouble(cause.finding()), key -> new ArrayList<>())
                .add(cause));
        List<Cause> joined = new ArrayList<>();
        byTrouble.forEach((trouble, same) -> {
            if (trouble.size() > 1 && isAllOfOneType(same)) {
                joined.add(ofOneType(same));
            } else if (trouble.size() == 1 || same.size() < FEWEST) {
                joined.addAll(same);
            } else {
                joined.addAll(apartOrOne(same));
            }
        });
        return joined;
    }

    /** Whether these are two or more data files of one type, and no other of that type is served: then the type is the trouble. */
    private boolean isAllOfOneType(List<Cause> same) {
        Set<String> urls = new HashSet<>(urls(same));
        String type = type(same.get(0).finding().subject());
        return urls.size() > 1
                && !type.isEmpty()
                && same.stream().allMatch(cause -> isData.test(cause.finding()))
                && urls.stream().allMatch(url -> type(url).equals(type))
                && known.stream().filter(url -> type(url).equals(type)).allMatch(urls::contains);
    }

    private static Cause ofOneType(List<Cause> same) {
        Finding first = same.stream()
                .map(Cause::finding)
                .min(Comparator.comparing(Finding::impact))
                .orElseThrow();
        String type = "." + type(first.subject());
        Finding finding = first.toBuilder()
                .message(message(first, "all " + same.size() + " " + type + " files that were asked for"))
                .hint("one cause for all: the upload left out what ends in " + type
                        + ", or the server refuses it, as IIS does" + " with an extension that it has no MIME type for")
                .build();
        return Cause.ofAll(finding, same);
    }

    /** The extension in a URL's path; empty where there is none. */
    private static String type(String url) {
        String path = url.split("[?#]", 2)[0];
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(file.lastIndexOf('.') + 1).equals(file)
                ? ""
                : file.substring(file.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    private List<Cause> apartOrOne(List<Cause> same) {
        List<Cause> apart = split(same);
        return apart.size() > MOST_APART ? List.of(one(same, commonFolder(urls(same)), false)) : apart;
    }

    /** What two findings must share to be one: check, host, what is wrong, and who has the last word on the impact. */
    private List<String> trouble(Finding finding) {
        int at = finding.message().indexOf(finding.subject());
        Optional<String> host = host(finding.subject());
        if (!CHECKS.contains(finding.check()) || at < 0 || host.isEmpty()) {
            return List.of(finding.check() + " " + finding.subject());
        }
        String what = finding.message().substring(at + finding.subject().length());
        String settled = overrides.settle(finding) ? finding.impact().name() : "";
        return List.of(finding.check(), host.get(), what, settled);
    }

    private static Optional<String> host(String subject) {
        return subject.matches("https?://[^/]+/.*")
                ? Optional.of(subject.substring(0, subject.indexOf('/', subject.indexOf("//") + 2)))
                : Optional.empty();
    }

    private List<Cause> split(List<Cause> same) {
        if (same.size() < FEWEST) {
            return same;
        }
        Set<String> urls = new HashSet<>(urls(same));
        String folder = commonFolder(urls);
        boolean isWhole = known.stream().filter(url -> url.startsWith(folder)).allMatch(urls::contains);
        Map<String, List<Cause>> parts = new LinkedHashMap<>();
        same.forEach(cause -> parts.computeIfAbsent(child(cause.finding().subject(), folder), key -> new ArrayList<>())
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
        return causes.stream().map(cause -> cause.finding().subject()).toList();
    }

    private Cause one(List<Cause> same, String folder, boolean isWhole) {
        Finding first = same.stream()
                .map(Cause::finding)
                .min(Comparator.comparing((Finding finding) -> !isScript.test(finding))
                        .thenComparing(Finding::impact))
                .orElseThrow();
        boolean isCall = first.check().equals("api-call");
        String noun = isCall ? "calls" : "files";
        // Three pictures say little of their folder.
        boolean isTelling = isWhole && (same.size() >= FEWEST_OF_SOME || isScript.test(first) || isCall);
        Finding finding = first.toBuilder()
                .impact(same.stream().map(cause -> cause.finding().impact()).reduce(first.impact(), Severity::worseOf))
                .message(message(first, (isTelling ? ALL : SEVERAL) + noun + " below " + folder))
                .actual(same.size() + " " + noun + ", the first: " + first.actual())
                .hint(isTelling ? hint(first) : first.hint().orElse("an upload that is not complete leaves such gaps"))
                .build();
        return Cause.ofAll(finding, same);
    }

    private static String hint(Finding first) {
        String path = first.check().equals("asset-status") || first.check().equals("asset-type")
                ? "one cause for all: a wrong base path (publicPath, base, <base href>), a folder that was not uploaded,"
                        + " or a rule or host that answers for all of them"
                : "one cause for all: look at what they share, not at each";
        return first.hint()
                .filter(NearestName::isTold)
                .map(name -> name + "; " + path)
                .orElse(path);
    }

    private static String message(Finding first, String all) {
        int end = first.message().indexOf(first.subject()) + first.subject().length();
        String what = first.message().substring(end);
        String lead = first.message().substring(0, end);
        String kept = lead.startsWith("an HTML page answers instead of ") ? "an HTML page answers instead of " : "";
        return kept + all + plural(what);
    }

    private static String plural(String what) {
        for (Map.Entry<String, String> verb : List.of(
                Map.entry(" is ", " are "),
                Map.entry(" does ", " do "),
                Map.entry(" has ", " have "),
                Map.entry(" fails", " fail"))) {
            if (what.startsWith(verb.getKey())) {
                return verb.getValue() + what.substring(verb.getKey().length());
            }
        }
        return what;
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
