package dev.smokerunner.status;

import dev.smokerunner.report.HtmlText;
import dev.smokerunner.result.DurationWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times and numbers as people say them. */
final class Words {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int WHOLE = 100;

    private Words() {}

    /** How long something took, e.g. {@code 1.8 s}; a dash where nobody knows. */
    static String took(Optional<Duration> duration) {
        return duration.map(DurationWords::measured).orElse("–");
    }

    /** When, and how long ago that is. */
    static String ago(Instant at, Instant now) {
        return DurationWords.of(Duration.between(at, now)) + " ago, at " + HtmlText.time(at);
    }

    /** Since when, and how long that is. */
    static String since(Instant at, Instant now) {
        return "for " + DurationWords.of(Duration.between(at, now)) + ", since " + HtmlText.time(at);
    }

    /** A time to the second. */
    static String exact(Instant at) {
        return EXACT.format(at);
    }

    static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    /** A share in percent, rounded so that it is a hundred only where it is all. */
    static String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        if (part == whole) {
            return WHOLE + " %";
        }
        return BigDecimal.valueOf(part * WHOLE).divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN) + " %";
    }
}
