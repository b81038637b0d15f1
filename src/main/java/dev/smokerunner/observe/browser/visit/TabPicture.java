package dev.smokerunner.observe.browser.visit;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.result.Screenshot;
import java.time.Duration;

/** Takes a picture of a tab. */
final class TabPicture {

    /** A picture takes 0.2 s; while a page's first bytes stall Chromium may not answer for a minute. */
    private static final Duration BUDGET = Duration.ofMillis(2500);

    private final Tab tab;

    TabPicture(Tab tab) {
        this.tab = tab;
    }

    Captured<Screenshot> take() {
        try {
            return Captured.seen(new Screenshot(tab.picture(BUDGET)));
        } catch (CommandException none) {
            return Captured.unseen("no screenshot could be taken: " + none.getMessage(), Fault.TOOL);
        } catch (IllegalArgumentException damaged) {
            return Captured.unseen("the screenshot came damaged", Fault.TOOL);
        }
    }
}
