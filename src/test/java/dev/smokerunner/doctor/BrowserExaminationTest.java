package dev.smokerunner.doctor;

import static dev.smokerunner.doctor.Diagnosis.Level.FAIL;
import static dev.smokerunner.doctor.Diagnosis.Level.OK;
import static dev.smokerunner.doctor.Diagnosis.Level.SKIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smokerunner.observe.browser.BrowserChoice;
import dev.smokerunner.observe.browser.BrowserException;
import dev.smokerunner.observe.browser.Engine;
import dev.smokerunner.observe.browser.local.BrowserFinder.Located;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserExaminationTest {
    private static final BrowserChoice CHROME = BrowserChoice.DEFAULT;

    @Test
    void aBrowserIsToldWithItsVersionAndWhyItIsThisOne() {
        List<Diagnosis> found = new BrowserExamination(new One(Optional.of("156.0.1")), CHROME, true).examine();

        assertThat(found).extracting(Diagnosis::level).containsExactly(OK, SKIP);
        assertThat(found.get(0).found()).isEqualTo("156.0.1 at /usr/bin/chromium (CHROME_BIN)");
    }

    @Test
    void aBrowserThatDoesNotStartFails() {
        assertThat(new BrowserExamination(new One(Optional.empty()), CHROME, true).examine())
                .extracting(Diagnosis::level)
                .containsExactly(FAIL, SKIP);
    }

    @Test
    void aDriverIsMissingOnlyWhereOneIsWanted() {
        assertThat(new BrowserExamination(new One(Optional.of("156.0.1")), CHROME.withEngine(Engine.WEBDRIVER), true)
                        .examine())
                .extracting(Diagnosis::level)
                .containsExactly(OK, FAIL);
    }

    @Test
    void aBrowserIsMissingOnlyWhereItIsWanted() {
        assertThat(new BrowserExamination(new NoBrowsers(), CHROME, true).examine())
                .extracting(Diagnosis::level, Diagnosis::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(FAIL, "not found: PATH: no browser"));
        assertThat(new BrowserExamination(new NoBrowsers(), CHROME, false).examine())
                .extracting(Diagnosis::level)
                .containsExactly(SKIP);
    }

    /** One browser, and no driver. */
    private record One(Optional<String> says) implements BrowserSearch {
        @Override
        public Located browser(BrowserChoice choice) {
            return new Located(Path.of("/usr/bin/chromium"), "CHROME_BIN");
        }

        @Override
        public Located driver(BrowserChoice choice, Path browser) throws BrowserException {
            throw new BrowserException("no driver was found", List.of("PATH: no driver"));
        }

        @Override
        public Optional<String> version(Path program) {
            return says;
        }
    }
}
