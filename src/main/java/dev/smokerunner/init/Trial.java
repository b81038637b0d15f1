package dev.smokerunner.init;

import dev.smokerunner.result.Finding;
import dev.smokerunner.result.SmokeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run with a draft says about the draft itself: entries that do not hold, though the page is healthy without them, such
 * as an element behind a consent that no button closes.
 */
public final class Trial {
    private static final String WHY = "it did not hold when the config was tried";

    private Trial() {}

    /** The draft without the entries that failed in a run with it; the same draft where none did. */
    public static ConfigDraft without(ConfigDraft draft, SmokeResult run) {
        List<LeftOut> leftOut = new ArrayList<>(draft.leftOut());
        Set<String> elements = failed(run, "element");
        Set<String> scripts = failed(run, "script-tag");
        Set<String> calls = failed(run, "api-call");
        List<PageDraft> pages = draft.pages().stream()
                .map(page -> new PageDraft(
                        page.path(),
                        page.title().filter(title -> !elements.contains("title")),
                        page.required().stream()
                                .filter(entry -> isKept(entry.css(), elements, leftOut))
                                .toList(),
                        kept(page.scripts(), scripts, leftOut),
                        page.limits()))
                .toList();
        boolean isKeptFromSearch =
                run.findings().stream().anyMatch(finding -> finding.check().equals("search-engines"));
        return new ConfigDraft(
                draft.name(),
                isKeptFromSearch ? draft.environment().keptFromSearch() : draft.environment(),
                draft.browser(),
                pages,
                draft.firstParty(),
                kept(draft.api(), calls, leftOut),
                draft.allowed(),
                leftOut);
    }

    private static Set<String> failed(SmokeResult run, String check) {
        return run.findings().stream()
                .filter(finding -> run.fails(finding) && finding.check().equals(check))
                .map(Finding::subject)
                .collect(Collectors.toSet());
    }

    private static List<Entry> kept(List<Entry> entries, Set<String> failed, List<LeftOut> leftOut) {
        return entries.stream()
                .filter(entry -> isKept(entry.value(), failed, leftOut))
                .toList();
    }

    private static boolean isKept(String value, Set<String> failed, List<LeftOut> leftOut) {
        if (!failed.contains(value)) {
            return true;
        }
        leftOut.add(new LeftOut(value, WHY));
        return false;
    }
}
