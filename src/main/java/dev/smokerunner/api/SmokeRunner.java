package dev.smokerunner.api;

import dev.smokerunner.observe.browser.webdriver.ShownSession;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.Browsers;
import dev.smokerunner.run.LocalSystem;
import dev.smokerunner.run.PlanRunner;
import dev.smokerunner.run.Progress;
import dev.smokerunner.run.ShownPageLook;
import dev.smokerunner.run.SmokePlan;
import java.util.Optional;
import org.openqa.selenium.WebDriver;

/**
 * Looks at front ends and says whether they work. Safe for use by several threads at once: runs side by side do not know of each
 * other.
 */
public final class SmokeRunner {
    private SmokeRunner() {}

    /**
     * Looks at what a plan names, within its time limit and a few seconds; blocks until then. Its browsers have ended when it
     * returns. Prints nothing.
     *
     * @return what was seen; {@link Verdict#INCONCLUSIVE} where that does not say whether it works, e.g. for want of a browser. A
     *     thread that is interrupted gets that too
     * @throws InvalidPlanException if the plan cannot be run: all that is wrong with it, and nothing was looked at
     */
    public static SmokeResult run(Plan plan) {
        LocalSystem system = LocalSystem.current();
        SmokePlan read = read(plan, system);
        try (ClosingBrowsers browsers = new ClosingBrowsers(Browsers.NEW)) {
            return new PlanRunner(Progress.SILENT, browsers, system).run(read);
        }
    }

    /**
     * Looks at the page that a session of Selenium has just reached, and at its document and assets over plain HTTP, with the
     * session's cookies and at most two minutes. The session stays where it is: same page, same window, same frame. What nobody
     * watched is skipped and never passes: the session's requests, its console, its errors. What the page shows, and what its
     * site answers now, is judged as ever; customers are taken to see it.
     *
     * @param driver the session; used by the calling thread alone
     * @param required CSS selectors of elements that visitors must see
     * @throws InvalidPlanException if a text is no CSS selector
     * @throws IllegalStateException if the session shows no page of http or https, is within a frame, has a dialog open, or runs no
     *     scripts
     */
    public static SmokeResult look(WebDriver driver, String... required) {
        LocalSystem system = LocalSystem.current();
        ShownSession shown = new ShownSession(driver);
        String url = shown.page().toString().replaceFirst("\\?.*", "");
        Plan plan = Plan.url(url).page(Page.at("./").requires(required));
        return new ShownPageLook(read(plan, system), system).at(shown);
    }

    private static SmokePlan read(Plan plan, LocalSystem system) {
        return new PlanReader(
                        plan, name -> Optional.ofNullable(system.environment().get(name)))
                .read();
    }
}
