package dev.smokerunner.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes counts down, as a part of a transaction: several runners and several reads add to the same minute. */
public final class Counts {
    private Counts() {}

    /**
     * Adds to what was counted.
     *
     * @param counts how many more of each; 0 says that it was counted and there was none
     */
    public static void add(Handle handle, Map<CountKey, Long> counts) {
        if (counts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into traffic (site, page_group, measure, minute_at, amount)"
                + " values (:site, :group, :measure, :minute, :amount) on conflict (site, page_group, measure, minute_at)"
                + " do update set amount = traffic.amount + excluded.amount");
        inOrder(counts).forEach((key, amount) -> batch.bind("site", key.site())
                .bind("group", key.group())
                .bind("measure", key.measure().word())
                .bind("minute", key.minute().toEpochMilli())
                .bind("amount", amount)
                .add());
        batch.execute();
    }

    /** Two who write the same rows in the same order do not wait for each other for ever. */
    private static Map<CountKey, Long> inOrder(Map<CountKey, Long> counts) {
        Map<CountKey, Long> sorted = new TreeMap<>((a, b) -> {
            int bySite = a.site().compareTo(b.site());
            int byGroup = bySite != 0 ? bySite : a.group().compareTo(b.group());
            int byMeasure = byGroup != 0 ? byGroup : a.measure().compareTo(b.measure());
            return byMeasure != 0 ? byMeasure : a.minute().compareTo(b.minute());
        });
        sorted.putAll(counts);
        return sorted;
    }

    /**
     * Adds errors of visitors' browsers.
     *
     * @param errors how many more of each
     */
    public static void addErrors(Handle handle, Map<ErrorKey, Long> errors) {
        if (errors.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into script_error (site, fingerprint, hour_at, amount)"
                + " values (:site, :fingerprint, :hour, :amount) on conflict (site, fingerprint, hour_at)"
                + " do update set amount = script_error.amount + excluded.amount");
        new TreeMap<>(errors).forEach((key, amount) -> batch.bind("site", key.site())
                .bind("fingerprint", key.fingerprint())
                .bind("hour", key.hour().toEpochMilli())
                .bind("amount", amount)
                .add());
        batch.execute();
    }

    /** Forgets one measure of a site, which is counted anew. */
    static void forget(Handle handle, String site, Measure measure) {
        handle.createUpdate("delete from traffic where site = :site and measure = :measure")
                .bind("site", site)
                .bind("measure", measure.word())
                .execute();
    }

    /** Forgets what is older. */
    static void forget(Handle handle, Instant now, Duration after) {
        long before = now.minus(after).toEpochMilli();
        handle.createUpdate("delete from traffic where minute_at < :before")
                .bind("before", before)
                .execute();
        handle.createUpdate("delete from script_error where hour_at < :before")
                .bind("before", before)
                .execute();
    }

    /**
     * An error of visitors' browsers.
     *
     * @param site a site's id
     * @param fingerprint what tells it from others
     * @param hour when it happened; cut to the hour
     */
    public record ErrorKey(String site, String fingerprint, Instant hour) implements Comparable<ErrorKey> {
        /** Cuts the time. */
        public ErrorKey {
            hour = hour.truncatedTo(ChronoUnit.HOURS);
        }

        @Override
        public int compareTo(ErrorKey other) {
            int bySite = site.compareTo(other.site);
            int byFingerprint = bySite != 0 ? bySite : fingerprint.compareTo(other.fingerprint);
            return byFingerprint != 0 ? byFingerprint : hour.compareTo(other.hour);
        }
    }
}
