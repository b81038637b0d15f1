package dev.smokerunner.status;

import dev.smokerunner.history.HistoryDatabase;
import dev.smokerunner.history.HistoryException;
import dev.smokerunner.history.SiteRecord;
import dev.smokerunner.history.Sites;
import dev.smokerunner.report.HostileText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Histories to look at: real databases, with rounds as a monitor writes them down. */
final class StatusSamples extends SampleRows implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-29T12:00:30Z");
    static final String INCIDENT = "smoke-5e55104f00d";

    private final HistoryDatabase database;

    private StatusSamples(HistoryDatabase database) {
        super(database.jdbi());
        this.database = database;
    }

    /** A history of nothing. */
    static StatusSamples empty(Path folder) throws HistoryException {
        return in(folder.resolve("history.db").toString());
    }

    private static StatusSamples in(String place) throws HistoryException {
        return new StatusSamples(HistoryDatabase.open(place));
    }

    /** Three sites, all of them well for a day, and a runner. */
    static StatusSamples allWell(Path folder) throws HistoryException {
        return empty(folder).allWell();
    }

    private StatusSamples allWell() {
        StatusSamples samples = this;
        for (String name : List.of("checkout", "signup", "Werkstattübersicht")) {
            samples.site(name, "production");
            samples.day(name, 24 * 60, name.length() * 40);
        }
        samples.site("signup", "staging");
        samples.day("signup/staging", "signup/staging", 24 * 60, 500);
        samples.runner("runner-1", "eu", NOW.minusSeconds(3));
        return samples;
    }

    /** The same, and a site that fails for ten minutes after a release. */
    static StatusSamples outage(Path folder) throws HistoryException {
        return allWell(folder).outage();
    }

    /** The same in a database that several share. */
    static StatusSamples outage(String place) throws HistoryException {
        return in(place).allWell().outage();
    }

    private StatusSamples outage() {
        StatusSamples samples = this;
        samples.release("signup", "2.4.0", NOW.minus(Duration.ofHours(20)));
        samples.release("signup", "2.4.1", NOW.minus(Duration.ofMinutes(12)));
        samples.jdbi.useHandle(handle -> handle.execute(
                "delete from round where site = 'signup/production' and started_at >= ?",
                NOW.minus(Duration.ofMinutes(10)).toEpochMilli()));
        for (int minute = 10; minute >= 0; minute--) {
            String round = "signup/production@@" + minute;
            samples.round(round, "signup/production", NOW.minus(Duration.ofMinutes(minute)), "fail", 900);
            samples.finding(
                    round,
                    "the script js/main-3f9a.js, on which the whole page depends, answers 404 and the form is never shown",
                    "the package has js/main-77b1.js; the page is older than its files: purge it from the CDN");
        }
        samples.state("signup/production", "failing", 2, NOW.minus(Duration.ofMinutes(9)), "signup/production@@0");
        samples.incident(
                INCIDENT,
                "signup/production",
                "the script js/main-3f9a.js answers 404",
                NOW.minus(Duration.ofMinutes(10)));
        samples.step(INCIDENT, 1, "opened", Duration.ofMinutes(9), "the script js/main-3f9a.js answers 404");
        samples.step(
                INCIDENT,
                2,
                "worsened",
                Duration.ofMinutes(6),
                "the page is empty\nthe script js/main-3f9a.js answers 404");
        samples.evidence("signup/production@@9", "screenshot.png", picture());
        samples.evidence(
                "signup/production@@9", "index.html", "<title>report</title>".getBytes(StandardCharsets.UTF_8));
        samples.evidence("signup/production@@9", "result.json", "{}".getBytes(StandardCharsets.UTF_8));
        samples.message("m1", INCIDENT, "pagerduty", "delivered", 1, Duration.ofMinutes(9), null);
        samples.message("m2", INCIDENT, "slack", "delivered", 3, Duration.ofMinutes(8), null);
        samples.message(
                "m3", INCIDENT, "email", "dead", 12, Duration.ofMinutes(2), "mail.example.com refused the connection");
        samples.runner("runner-2", "us", NOW.minus(Duration.ofMinutes(40)));
        samples.over(
                "smoke-0ld",
                "checkout/production",
                "the page took 14 s until it was ready, and 10 s are allowed",
                NOW.minus(Duration.ofHours(30)),
                Duration.ofMinutes(17));
        return samples;
    }

    /** Adds a site, a round, an incident, a message, a release and a runner for each hostile text, all of which say it. */
    void hostile() {
        List<String> texts = HostileText.payloads()
                .map(text -> text.substring(0, Math.min(2_500, text.length())))
                .toList();
        incident("hostile", "signup/production", "\"><script>alert(1)</script>", NOW.minusSeconds(500));
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            String name = at + text;
            String round = "hostile" + at;
            site(name, text);
            jdbi.useHandle(handle -> handle.execute(
                    "update site set target = ?, owner = ?, runbook = ? where id = ?",
                    text,
                    text,
                    text,
                    name + "/" + text));
            round(round, "signup/production", NOW.minusSeconds(at), "fail", 900);
            finding(round, text, text);
            finding("signup/production@@0", at + 2, text);
            state(name + "/" + text, "failing", 2, NOW, round);
            incident("hostile" + at, name + "/" + text, text, NOW.minusSeconds(at));
            step("hostile", at + 1, "joined", Duration.ofSeconds(at), text);
            message(
                    "hostile" + at,
                    "hostile",
                    text,
                    at % 2 == 0 ? "dead" : "delivered",
                    3,
                    Duration.ofSeconds(at),
                    text);
            release("signup", text, NOW.minusSeconds(at));
            runner("hostile" + at, text, NOW);
        }
    }

    StatusHistory history() {
        return StatusHistory.of(database);
    }

    void site(String name, String environment) {
        new Sites(jdbi)
                .watch(List.of(new SiteRecord(
                        name,
                        environment,
                        "https://www.example.com/" + name.codePointAt(0) + "/",
                        Optional.of("web-team"),
                        Optional.of("https://wiki.example.com/runbook"),
                        Duration.ofMinutes(1))));
    }

    /** A round a minute, all of them good. */
    void day(String name, int minutes, long readyMs) {
        day(name + "/production", name, minutes, readyMs);
    }

    private void day(String site, String name, int minutes, long readyMs) {
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(ROUND);
            for (int minute = minutes; minute > 0; minute--) {
                // A slow wave, so that there is something to see.
                long ready = readyMs + Math.round(readyMs * 0.3 * Math.sin(minute / 90.0)) + minute % 7 * 9;
                long at = NOW.minus(Duration.ofMinutes(minute)).toEpochMilli();
                batch.add(
                        name + "@" + minute,
                        site,
                        "",
                        "runner-1",
                        at,
                        2_100,
                        "pass",
                        null,
                        null,
                        0,
                        1,
                        27,
                        ready / 6,
                        ready / 2,
                        ready * 4 / 5,
                        ready);
            }
            batch.execute();
        });
        countHours();
        state(site, "ok", null, NOW.minus(Duration.ofHours(20)), name + "@1");
    }

    /** A page that is there but for its form. */
    private static byte[] picture() {
        BufferedImage page = new BufferedImage(1280, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1280, 800);
        pen.setColor(new Color(0x1a4fa3));
        pen.fillRect(0, 0, 1280, 90);
        pen.setColor(new Color(0xd9dbe0));
        pen.fillRect(120, 180, 620, 48);
        pen.fillRect(120, 260, 900, 22);
        pen.fillRect(120, 300, 840, 22);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        database.close();
    }
}
