package dev.smokerunner.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.PageAddresses;
import dev.smokerunner.history.reading.SiteStatus;
import dev.smokerunner.status.html.SiteLine;
import dev.smokerunner.status.html.StepView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told: releases in the course of an incident, and which picture is which. */
class StatusPagesTest {
    @TempDir
    private Path folder;

    private StatusSamples samples;

    @BeforeEach
    void open() throws HistoryException {
        samples = StatusSamples.outage(folder);
    }

    @AfterEach
    void close() {
        samples.close();
    }

    @Test
    void anIncidentNamesTheReleaseThatWasLiveAndThoseSince() {
        samples.release("signup", "2.4.0", StatusSamples.NOW.minus(Duration.ofMinutes(4)));
        samples.release("checkout", "7.0.0", StatusSamples.NOW.minus(Duration.ofMinutes(4)));

        List<StepView> steps = new IncidentPage(samples.history())
                .of(samples.history().incidents().one(StatusSamples.INCIDENT).orElseThrow(), StatusSamples.NOW)
                .steps();

        assertThat(steps)
                .filteredOn(step -> step.what().startsWith("Release"))
                .extracting(StepView::what, StepView::after)
                .containsExactly(
                        tuple("Release 2.4.1 went live", "2 min before"),
                        tuple("Release 2.4.0 went live", "after 6 min"));
        assertThat(steps.get(0).what()).isEqualTo("Release 2.4.1 went live");
    }

    @Test
    void allMessagesThatDidNotArriveAreCounted() {
        for (int message = 1; message < 35; message++) {
            samples.message(
                    "lost" + message, StatusSamples.INCIDENT, "email", "dead", 12, Duration.ofMinutes(2), "refused");
        }

        assertThat(new OverviewPage(
                                samples.history(),
                                new Availability(samples.history().rounds()),
                                new LastDay(samples.history().rounds()))
                        .at(StatusSamples.NOW)
                        .why())
                .endsWith("35 messages did not arrive.");
    }

    @Test
    void aSiteThatFailsHasThePictureOfThat() {
        assertThat(signup().picture()).isEqualTo(PageAddresses.evidence("signup/production@@9", "screenshot.png"));
    }

    @Test
    void aPictureOfBeforeIsNotThatOfAFailure() {
        String good = "signup@1";
        samples.round(good, "signup/production", StatusSamples.NOW, "pass", 900);
        samples.evidence(good, "screenshot.png", "a picture".getBytes(StandardCharsets.UTF_8));

        assertThat(signup().picture()).isEmpty();
        SiteStatus status =
                samples.history().sites().one("signup", "production").orElseThrow();
        assertThat(new SitePage(
                                samples.history(),
                                new Availability(samples.history().rounds()))
                        .of(status, false, StatusSamples.NOW)
                        .pictureWords())
                .startsWith("From a round that passed, 0 ");
    }

    private SiteLine signup() {
        return new OverviewPage(
                        samples.history(),
                        new Availability(samples.history().rounds()),
                        new LastDay(samples.history().rounds()))
                .at(StatusSamples.NOW).sites().stream()
                        .filter(site -> site.name().equals("signup")
                                && site.environment().equals("production"))
                        .findFirst()
                        .orElseThrow();
    }
}
