package dev.smokerunner.observe.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smokerunner.observation.BrowserVisit;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestartingBrowserTest {
    private static final VisitRequest REQUEST = new VisitRequest(
            URI.create("http://127.0.0.1/"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            List.of(),
            List.of(),
            u -> true);

    private final List<FakeBrowser> launched = new ArrayList<>();
    private int starts;

    @Test
    void visitsAgainWithAFreshBrowserWhenTheFirstDies() throws BrowserException {
        RestartingBrowser browser = new RestartingBrowser(() -> launch(launched.isEmpty()));

        BrowserVisit visit = browser.visit(REQUEST);

        assertThat(visit.notes()).containsExactly("the browser was started again, because it died");
        assertThat(launched.get(0).isClosed()).isTrue();
    }

    @Test
    void givesUpWhenTheSecondDiesAsWell() throws BrowserException {
        RestartingBrowser browser = new RestartingBrowser(() -> launch(true));

        assertThatThrownBy(() -> browser.visit(REQUEST))
                .isInstanceOf(BrowserException.class)
                .hasMessage("it died");
        assertThat(launched).hasSize(2);
    }

    @Test
    void startsAnotherWhenOneEndsWhileItStarts() throws BrowserException {
        RestartingBrowser browser = new RestartingBrowser(() -> launchAfter(1));

        assertThat(browser.visit(REQUEST).notes()).isEmpty();
        assertThat(starts).isEqualTo(2);
    }

    @Test
    void givesUpWhenTheSecondEndsWhileItStartsAsWell() {
        assertThatThrownBy(() -> new RestartingBrowser(() -> launchAfter(2)))
                .isInstanceOf(BrowserException.class)
                .hasMessage("it ended at once");
        assertThat(starts).isEqualTo(2);
    }

    @Test
    void startsOnceWhatIsNotThere() {
        assertThatThrownBy(() -> new RestartingBrowser(() -> {
                    starts++;
                    throw new BrowserException("there is none", List.of("/usr/bin/chromium: is not there"));
                }))
                .isInstanceOf(BrowserException.class);
        assertThat(starts).isEqualTo(1);
    }

    @Test
    void startsNothingOnceItIsClosed() throws BrowserException {
        RestartingBrowser browser = new RestartingBrowser(() -> launch(true));

        browser.close();

        assertThatThrownBy(() -> browser.visit(REQUEST)).isInstanceOf(BrowserException.class);
        assertThat(launched).hasSize(1);
    }

    private FakeBrowser launchAfter(int deaths) throws BrowserException {
        starts++;
        if (starts <= deaths) {
            throw BrowserException.died("it ended at once", new IOException());
        }
        return launch(false);
    }

    private FakeBrowser launch(boolean dies) {
        FakeBrowser browser = new FakeBrowser(() -> {
            if (dies) {
                throw new BrowserException("it died", List.of());
            }
        });
        launched.add(browser);
        return browser;
    }
}
