package dev.smokerunner.canary.difference;

import dev.smokerunner.canary.Outcome;
import dev.smokerunner.canary.PageShape;
import dev.smokerunner.network.Loopback;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.PageResult;
import dev.smokerunner.result.RequestResult;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What differs between the pages of two builds and is no failure, a line each: size, requests, hosts, warnings, elements. */
public final class PageDifferences {
    private static final int MOST_PARTS = 5;

    private final Outcome.Checked before;
    private final Outcome.Checked after;

    /** Compares two builds. */
    public PageDifferences(Outcome.Checked before, Outcome.Checked after) {
        this.before = before;
        this.after = after;
    }

    /** The lines; none where nothing differs. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        number(
                "size of what was built, bytes",
                before.built().bytes(),
                after.built().bytes(),
                lines);
        number("requests", sum(before, PageResult::requests), sum(after, PageResult::requests), lines);
        number("elements", shape(before, PageShape::elements), shape(after, PageShape::elements), lines);
        number("script elements", shape(before, PageShape::scripts), shape(after, PageShape::scripts), lines);
        added("host asked", hosts(before), hosts(after), lines);
        added("warning", warnings(before), warnings(after), lines);
        added("part of the page", parts(before), parts(after), lines);
        removed("part of the page", parts(before), parts(after), lines);
        return lines;
    }

    private static void number(String what, long before, long after, List<String> lines) {
        if (before != after) {
            lines.add(what + ": " + before + " → " + after);
        }
    }

    private static void added(String what, Set<String> before, Set<String> after, List<String> lines) {
        missing(after, before).forEach(each -> lines.add("new " + what + ": " + each));
    }

    private static void removed(String what, Set<String> before, Set<String> after, List<String> lines) {
        missing(before, after).forEach(each -> lines.add(what + " gone: " + each));
    }

    private static Stream<String> missing(Set<String> these, Set<String> others) {
        return these.stream().filter(each -> !others.contains(each)).limit(MOST_PARTS);
    }

    private static long sum(Outcome.Checked outcome, Function<PageResult, Integer> number) {
        return outcome.result().pages().stream().mapToLong(number::apply).sum();
    }

    private static long shape(Outcome.Checked outcome, Function<PageShape, Integer> number) {
        return outcome.shapes().stream().mapToLong(number::apply).sum();
    }

    /** The page's own is another port for each run. */
    private static Set<String> hosts(Outcome.Checked outcome) {
        return outcome.result().pages().stream()
                .flatMap(page -> page.visit().requests().stream())
                .map(RequestResult::url)
                .flatMap(url -> Stream.ofNullable(url.getHost()))
                .filter(host -> !Loopback.isHost(host))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> warnings(Outcome.Checked outcome) {
        SmokeResult result = outcome.result();
        return result.findings().stream()
                .filter(finding -> !result.fails(finding))
                .map(PageDifferences::warning)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String warning(Finding finding) {
        return finding.check() + ": " + finding.message();
    }

    private static Set<String> parts(Outcome.Checked outcome) {
        return outcome.shapes().stream()
                .flatMap(shape -> shape.parts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
