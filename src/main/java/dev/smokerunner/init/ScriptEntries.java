package dev.smokerunner.init;

import dev.smokerunner.observation.Reference;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the script tags that a page must have: those of its own HTML that name a file of its own site. */
final class ScriptEntries {
    /** A page of a hundred chunks needs no list of them: each is looked at anyway. */
    private static final int MOST = 15;

    private final VisitedPage page;
    private final OwnHosts hosts;

    private ScriptEntries(VisitedPage page, OwnHosts hosts) {
        this.page = page;
        this.hosts = hosts;
    }

    static Choice<Entry> of(VisitedPage page, OwnHosts hosts) {
        return new ScriptEntries(page, hosts).choose();
    }

    private Choice<Entry> choose() {
        Set<String> patterns = new LinkedHashSet<>();
        HtmlScripts.of(page.first()).filter(hosts::isOwn).forEach(script -> patterns.add(pattern(script)));
        page.visits()
                .forEach(visit -> patterns.retainAll(HtmlScripts.of(visit)
                        .filter(hosts::isOwn)
                        .map(this::pattern)
                        .toList()));
        List<LeftOut> leftOut = new ArrayList<>();
        patterns.stream()
                .filter(pattern -> !WritableText.isValue(pattern))
                .forEach(pattern -> leftOut.add(new LeftOut(pattern, "a script whose name a config cannot hold")));
        patterns.removeIf(pattern -> !WritableText.isValue(pattern));
        if (patterns.size() > MOST) {
            leftOut.add(new LeftOut(
                    (patterns.size() - MOST) + " more script tags", "each is looked at, whether it is listed or not"));
        }
        return new Choice<>(
                patterns.stream().limit(MOST).map(ScriptEntries::entry).toList(), leftOut);
    }

    private static Entry entry(String pattern) {
        return new Entry(
                pattern,
                pattern.contains("*")
                        ? "a script tag of the page; * stands for the fingerprint"
                        : "a script tag of the page");
    }

    /** Its path, seen from the page where it lies below it: the same wherever the page is served. */
    private String pattern(Reference script) {
        URI url = script.url().orElseThrow();
        String path = Optional.ofNullable(url.getPath()).orElse("");
        String from = Optional.ofNullable(page.first().url().getPath()).orElse("/");
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        return PathPattern.ofFile(path.startsWith(folder) ? path.substring(folder.length()) : path);
    }
}
