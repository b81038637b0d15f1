package dev.smokerunner.observe.browser;

import dev.smokerunner.observation.Captured;
import dev.smokerunner.observation.Captured.Fault;
import dev.smokerunner.result.Screenshot;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Takes a picture of a tab. */
final class TabPicture {

    /** A picture takes 0.2 s; while a page's first bytes stall Chromium may not answer for a minute. */
    private static final Duration BUDGET = Duration.ofMillis(2500);

    /** The quick way to pack a PNG takes a tenth of the time, and a few kilobytes more. */
    private static final Map<String, ?> PICTURE = Map.of("format", "png", "optimizeForSpeed", true);

    private final Tab tab;

    TabPicture(Tab tab) {
        this.tab = tab;
    }

    Captured<Screenshot> take() {
        try {
            Fields result = tab.session().call("Page.captureScreenshot", PICTURE, BUDGET);
            return Captured.seen(new Screenshot(Base64.getDecoder().decode(result.textOr("data", ""))));
        } catch (DevToolsException none) {
            return Captured.unseen("no screenshot could be taken: " + none.getMessage(), Fault.TOOL);
        } catch (IllegalArgumentException damaged) {
            return Captured.unseen("the screenshot came damaged", Fault.TOOL);
        }
    }
}
