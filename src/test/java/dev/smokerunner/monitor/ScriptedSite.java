package dev.smokerunner.monitor;

import dev.smokerunner.alert.Alert;
import dev.smokerunner.alert.AlertChannel;
import dev.smokerunner.alert.AlertRoutes;
import dev.smokerunner.alert.Delivery;
import dev.smokerunner.config.Plans;
import dev.smokerunner.config.RunOptions;
import dev.smokerunner.history.CountKey;
import dev.smokerunner.history.SiteMemory;
import dev.smokerunner.result.Finding;
import dev.smokerunner.result.Severity;
import dev.smokerunner.result.SmokeResult;
import dev.smokerunner.result.Verdict;
import dev.smokerunner.run.SmokePlan;
import dev.smokerunner.schedule.SiteSchedule;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site whose rounds are written down beforehand, a channel that remembers what it was sent, and a clock that both share. */
final class ScriptedSite {
    final List<String> sent = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    final Map<CountKey, Long> counted = new LinkedHashMap<>();
    final Deque<Delivery> answers = new ArrayDeque<>();
    private final MovedClock clock = new MovedClock();
    boolean takesReleases;
    private List<String> causes = List.of();
    private Optional<String> unknown = Optional.empty();

    /** From now on the page has this wrong; nothing where none is named. */
    ScriptedSite fails(String... fingerprints) {
        causes = List.of(fingerprints);
        unknown = Optional.empty();
        return this;
    }

    /** From now on nobody can find out. */
    ScriptedSite unknown(String why) {
        unknown = Optional.of(why);
        return this;
    }

    MovedClock clock() {
        return clock;
    }

    WatchedSite watched() {
        return watched(SiteSchedule.USUAL);
    }

    WatchedSite watched(SiteSchedule schedule) {
        return new WatchedSite(
                Plans.forUrl(URI.create("http://shop.test/"), RunOptions.DEFAULT),
                schedule,
                new AlertRoutes(List.of(new Remembering()), List.of()));
    }

    Map<String, WatchedSite> alone() {
        return Map.of(watched().id(), watched());
    }

    MonitorLog log() {
        return new MonitorLog() {
            @Override
            public void round(SiteLook look, SiteMemory memory) {
                said.add(memory.state().word());
            }

            @Override
            public void counted(Map<CountKey, Long> totals) {
                counted.putAll(totals);
            }

            @Override
            public void problem(String text) {
                said.add(text);
            }

            @Override
            public void note(String text) {
                said.add(text);
            }
        };
    }

    SmokeResult look(SmokePlan plan) {
        boolean fails = unknown.isEmpty() && !causes.isEmpty();
        List<Finding> findings = causes.stream()
                .map(cause -> Finding.on(URI.create("http://shop.test/"), "asset-status", Severity.SEV2, cause)
                        .kind("asset-missing")
                        .fingerprint(cause)
                        .message(cause + " is missing")
                        .build())
                .toList();
        return new SmokeResult(
                plan.subject(),
                clock.instant(),
                Duration.ofSeconds(1),
                "1",
                unknown.isPresent() ? Verdict.INCONCLUSIVE : (fails ? Verdict.FAIL : Verdict.PASS),
                fails ? Optional.of(Severity.SEV2) : Optional.empty(),
                unknown,
                List.of(),
                unknown.isPresent() ? List.of() : findings,
                List.of(),
                List.of(),
                Severity.SEV3);
    }

    /** What goes to it is remembered as {@code kind of the alert: its first trouble}. */
    private final class Remembering implements AlertChannel {
        @Override
        public String name() {
            return "slack";
        }

        @Override
        public boolean takesReleases() {
            return takesReleases;
        }

        @Override
        public Delivery send(Alert alert) {
            Delivery answer = Optional.ofNullable(answers.poll()).orElse(new Delivery.Delivered());
            if (answer instanceof Delivery.Delivered) {
                alerts.add(alert);
                sent.add(alert.kind() + ": "
                        + alert.troubles().stream().map(Alert.Trouble::message).toList());
            }
            return answer;
        }
    }

    /** A clock that stands until somebody moves it. */
    static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-03-04T10:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
