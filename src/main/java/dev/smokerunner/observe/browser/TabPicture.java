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

    private final BidiConnection connection;
    private final Tab tab;

    TabPicture(BidiConnection connection, Tab tab) {
        this.connection = connection;
        this.tab = tab;
    }

    Captured<Screenshot> take() {
        try {
            Fields result =
                    connection.call("browsingContext.captureScreenshot", Map.of("context", tab.context()), BUDGET);
            return Captured.seen(new Screenshot(Base64.getDecoder().decode(result.textOr("data", ""))));
        } catch (BidiException none) {
            return Captured.unseen("no screenshot could be taken: " + none.getMessage(), Fault.TOOL);
        } catch (IllegalArgumentException damaged) {
            return Captured.unseen("the screenshot came damaged", Fault.TOOL);
        }
    }
}
