package dev.smokerunner.review;

import static dev.smokerunner.report.MarkdownText.code;
import static dev.smokerunner.report.MarkdownText.prose;
import static dev.smokerunner.review.SectionText.time;

import java.util.List;
import java.util.stream.Collectors;

/** What changed between the last good and the first bad release. */
final class ChangeSection implements Section {
    private static final int MOST_FILES = 20;
    private static final int MOST_COMMITS = 30;
    private static final int MOST_UPGRADES = 30;

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public void write(Review review, SectionText text) {
        review.recording()
                .suspect()
                .ifPresent(release -> text.item(
                        "Release " + prose(release.version()) + " at " + time(release.at()) + " UTC",
                        TimelineSection.source(release)));
        review.packages().ifPresent(packages -> {
            String source = "packages: " + packages.before() + " and " + packages.after();
            files("changed", packages.changed(), text, source);
            files("new", packages.added(), text, source);
            files("gone", packages.removed(), text, source);
            packages.pages().forEach(page -> text.block("diff", page));
        });
        if (review.packages().isEmpty()) {
            text.blank("What differs between the packages (`--good` and `--bad` compare them)");
        }
        dependencies(review, text);
        review.commits().stream()
                .limit(MOST_COMMITS)
                .forEach(commit ->
                        text.item(prose(commit.subject()) + ", " + time(commit.at()) + " UTC", "git: " + commit.id()));
        rest(review.commits().size() - MOST_COMMITS, "commits", text, "git");
        if (review.commits().isEmpty()) {
            text.blank("What was changed in the source (`--git` lists the commits)");
        }
    }

    private static void dependencies(Review review, SectionText text) {
        review.dependencies().ifPresent(dependencies -> {
            String source = "locks: " + dependencies.before() + " and " + dependencies.after();
            dependencies.upgrades().stream()
                    .limit(MOST_UPGRADES)
                    .forEach(upgrade -> text.item(
                            (upgrade.isDirect() ? "Dependency: " : "Dependency of a dependency: ")
                                    + code(upgrade.toString()),
                            source));
            rest(dependencies.upgrades().size() - MOST_UPGRADES, "modules that moved", text, source);
        });
        if (review.dependencies().isEmpty()) {
            text.blank("Which dependencies moved (`--good-source` and `--bad-source` compare the locks)");
        }
    }

    private static void rest(int count, String what, SectionText text, String source) {
        if (count > 0) {
            text.item("and " + count + " more " + what, source);
        }
    }

    private static void files(String what, List<String> files, SectionText text, String source) {
        if (!files.isEmpty()) {
            String more = files.size() > MOST_FILES ? " and " + (files.size() - MOST_FILES) + " more" : "";
            text.item(
                    files.size() + " " + what + ": "
                            + files.stream()
                                    .limit(MOST_FILES)
                                    .map(file -> code(file))
                                    .collect(Collectors.joining(", "))
                            + more,
                    source);
        }
    }
}
