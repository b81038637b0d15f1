package dev.smokerunner.cli;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.report.TerminalText;
import dev.smokerunner.run.PagePlan;
import dev.smokerunner.run.SmokePlan;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a run would do, for {@code --dry-run}.
 *
 * @param plan the run
 */
record DryRunText(SmokePlan plan) {
    private static final int FIELD = 400;
    private static final String INDENT = " ".repeat(11);

    /** Some lines; nothing is asked for them. */
    String lines() {
        StringBuilder text = new StringBuilder();
        text.append("would check ").append(shown(plan.subject().name())).append(' ');
        text.append(shown(plan.subject().environment())).append(": ");
        text.append(shown(plan.subject().target())).append('\n');
        line(text, "audience", plan.subject().audience().word());
        line(text, "pages", plan.pages().stream().map(PagePlan::path).collect(Collectors.joining(", ")));
        line(text, "browsers", browsers());
        line(
                text,
                "fails on",
                "impact " + plan.failOn().level() + " or worse; ends after "
                        + plan.timeout().toSeconds() + " s"
                        + (plan.release().longestWait().isZero()
                                ? ""
                                : " and " + plan.release().longestWait().toSeconds()
                                        + " s of waiting for the release"));
        text.append("  checks\n");
        List<PlannedCheck> checks = PlannedCheck.of(plan);
        int width =
                checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
        for (PlannedCheck check : checks) {
            String name = String.format(Locale.ROOT, "%-" + width + "s", check.name());
            String why = check.isJudged() ? check.reason() : "skipped: " + check.reason();
            text.append(("    " + name + "  " + shown(why)).stripTrailing()).append('\n');
        }
        return text.append("Nothing was visited.\n").toString();
    }

    private void line(StringBuilder text, String title, String value) {
        text.append(String.format(Locale.ROOT, "  %-" + (INDENT.length() - 2) + "s", title));
        text.append(shown(value)).append('\n');
    }

    private String browsers() {
        String where = plan.grid().map(grid -> " on the grid").orElse("");
        return plan.browsers().stream().map(DryRunText::browser).collect(Collectors.joining(", ")) + where;
    }

    private static String browser(BrowserChoice browser) {
        return browser.name() == BrowserChoice.Name.NONE
                ? "none: HTTP alone"
                : browser.name().title() + " " + browser.screen().size()
                        + (browser.isByWebDriver() ? " by WebDriver" : "");
    }

    private String shown(String text) {
        return TerminalText.field(plan.redaction().apply(text), FIELD);
    }
}
