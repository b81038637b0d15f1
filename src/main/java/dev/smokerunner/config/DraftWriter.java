package dev.smokerunner.config;

import dev.smokerunner.init.ConfigDraft;
import dev.smokerunner.init.Entry;
import dev.smokerunner.init.EnvironmentDraft;
import dev.smokerunner.init.LeftOut;
import dev.smokerunner.init.PageDraft;
import dev.smokerunner.init.RequiredEntry;
import dev.smokerunner.init.ResponseTimeDraft;
import java.time.Duration;
import java.util.List;

/**
 * Writes a drafted config as YAML with a comment beside each entry. By hand: the format is small, and the library that reads
 * YAML can write a comment only among its low-level events.
 */
public final class DraftWriter {
    private final ConfigDraft draft;
    private final StringBuilder out = new StringBuilder();

    private DraftWriter(ConfigDraft draft) {
        this.draft = draft;
    }

    /**
     * The text of a config file.
     *
     * @param origin what wrote it, from what, and when; one line
     */
    public static String write(ConfigDraft draft, String origin) {
        return new DraftWriter(draft).write(origin);
    }

    private String write(String origin) {
        comment("", YamlText.comment(origin));
        comment(
                "",
                "Each entry says why it is here; what was seen and left out stands at the end. It is yours now: change it.");
        line("name: " + YamlText.quoted(draft.name()));
        comment("", "owner: who answers for it, carried into reports and alerts");
        line("");
        environment(draft.environment());
        line("");
        line("pages:");
        draft.pages().forEach(this::page);
        block("api:", "  - url: ", draft.api(), "calls that each page must make and that must be answered with 200");
        if (!draft.firstParty().isEmpty()) {
            line("");
            line("assets:");
            list("  ", "first-party:", draft.firstParty());
        }
        if (!draft.allowed().isEmpty()) {
            line("");
            line("errors:");
            list("  ", "allow:", draft.allowed());
        }
        draft.browser().ifPresent(name -> {
            line("");
            line("browser: " + name + " # it saw the page");
        });
        leftOut();
        return out.toString();
    }

    private void environment(EnvironmentDraft environment) {
        line("environments:");
        line("  " + environment.name() + ":");
        line("    " + (environment.isPackage() ? "package: " : "url: ") + YamlText.quoted(environment.place()));
        comment(
                "    ",
                "Who is served this: customers, internal or team; it caps how severe a finding is. Please check:");
        line("    audience: " + environment.audience().word() + " # " + environment.why());
    }

    private void page(PageDraft page) {
        line("  - path: " + YamlText.quoted(page.path()));
        page.title().ifPresent(title -> entry("    title: ", title));
        if (!page.required().isEmpty()) {
            line("    require:");
            page.required().forEach(this::required);
        }
        if (!page.scripts().isEmpty()) {
            list("    ", "scripts:", page.scripts());
        }
        limits(page.limits());
    }

    private void required(RequiredEntry element) {
        String why = " # " + YamlText.comment(element.why());
        if (element.text().isEmpty()) {
            line("      - " + YamlText.quoted(element.css()) + why);
            return;
        }
        line("      - css: " + YamlText.quoted(element.css()) + why);
        line("        text: " + YamlText.quoted(element.text().get()));
    }

    private void limits(ResponseTimeDraft limits) {
        line("    response-time: # five times the slowest visit or more: " + YamlText.comment(limits.why()));
        limits.document().ifPresent(limit -> line("      document: " + seconds(limit)));
        line("      load: " + seconds(limits.load()));
        line("      ready: " + seconds(limits.ready()));
    }

    private static String seconds(Duration limit) {
        return limit.toSeconds() + "s";
    }

    private void block(String key, String before, List<Entry> entries, String what) {
        if (!entries.isEmpty()) {
            line("");
            line(key + " # " + what);
            entries.forEach(entry -> entry(before, entry));
        }
    }

    private void list(String indent, String key, List<Entry> entries) {
        line(indent + key);
        entries.forEach(entry -> entry(indent + "  - ", entry));
    }

    private void entry(String before, Entry entry) {
        line(before + YamlText.quoted(entry.value()) + " # " + YamlText.comment(entry.why()));
    }

    private void leftOut() {
        line("");
        comment("", draft.leftOut().isEmpty() ? "Left out: nothing." : "Left out:");
        for (LeftOut left : draft.leftOut()) {
            comment("", "- " + YamlText.comment(left.what()) + ": " + YamlText.comment(left.why()));
        }
    }

    private void comment(String indent, String text) {
        line(indent + "# " + text);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
