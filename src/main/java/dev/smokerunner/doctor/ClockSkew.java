package dev.smokerunner.doctor;

import dev.smokerunner.observation.HttpAnswer.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How far the clocks of this machine and of a server are apart: with a wrong one certificates and caches are misjudged. */
final class ClockSkew {
    /** HTTP tells seconds, and an answer from a cache may be rounded twice. */
    private static final Duration UNSURE = Duration.ofSeconds(2);

    /** Short-lived certificates and signed URLs commonly allow for a minute. */
    private static final Duration FAR = Duration.ofSeconds(60);

    private static final Duration LONGEST_AGE = Duration.ofDays(365);

    private ClockSkew() {}

    static Diagnosis judge(String subject, Asking.Timed timed) {
        Optional<Instant> theirs = timed.answer().response().flatMap(ClockSkew::date);
        if (theirs.isEmpty()) {
            return Diagnosis.skip(subject, "the answer has no date");
        }
        Duration skew = skew(theirs.get(), timed);
        if (skew.abs().compareTo(FAR) <= 0) {
            return Diagnosis.ok(subject, skew.isZero() ? "agrees with this machine's" : words(skew));
        }
        return Diagnosis.warn(
                subject,
                words(skew),
                "see which one is wrong: date -u here; keep this machine's right with NTP (timedatectl set-ntp true)");
    }

    /** How far the server is ahead; zero where its time fits between question and answer. */
    private static Duration skew(Instant theirs, Asking.Timed timed) {
        Duration ahead = Duration.between(timed.after(), theirs);
        Duration behind = Duration.between(theirs, timed.before());
        if (ahead.compareTo(UNSURE) > 0) {
            return ahead;
        }
        return behind.compareTo(UNSURE) > 0 ? behind.negated() : Duration.ZERO;
    }

    private static String words(Duration skew) {
        String side = skew.isNegative() ? "behind" : "ahead of";
        return "is " + skew.abs().toSeconds() + " s " + side + " this machine's";
    }

    /** When the answer was sent: a cache repeats the date of when it got it, and tells for how long it has it. */
    private static Optional<Instant> date(HttpResponse response) {
        try {
            Optional<Instant> date = response.headers()
                    .first("date")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            Duration age = response.headers()
                    .first("age")
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                    .filter(seconds -> seconds.compareTo(LONGEST_AGE) < 0)
                    .orElse(Duration.ZERO);
            return date.map(instant -> instant.plus(age));
        } catch (DateTimeException nonsense) {
            return Optional.empty();
        }
    }
}
