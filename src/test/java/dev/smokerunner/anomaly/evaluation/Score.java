package dev.smokerunner.anomaly.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How good a detector is on a series. Alarms that are less than an hour apart are one; one that begins within a label, or an hour
 * after it, is right.
 */
final class Score {
    private static final int TOGETHER = 60;

    private final Labelled series;
    private final boolean[] found;
    private final int[] delays;
    private final List<Integer> falseAlarms = new ArrayList<>();
    private int right;
    private int last = -TOGETHER - 1;
    private int judged;

    Score(Labelled series) {
        this.series = series;
        this.found = new boolean[series.labels().size()];
        this.delays = new int[found.length];
    }

    static Score of(Labelled series, Detector detector) {
        Score score = new Score(series);
        for (int i = 0; i < series.values().length; i++) {
            score.take(i, detector.alarms(i));
        }
        return score;
    }

    private void take(int minute, boolean alarms) {
        judged++;
        if (!alarms) {
            return;
        }
        boolean isNew = minute - last > TOGETHER;
        last = minute;
        int label = label(minute);
        if (label >= 0 && !found[label]) {
            found[label] = true;
            delays[label] = minute - series.labels().get(label).from() + 1;
            right++;
        } else if (label < 0 && isNew) {
            falseAlarms.add(minute);
        } else if (isNew) {
            right++;
        }
    }

    private int label(int minute) {
        for (int i = 0; i < found.length; i++) {
            Label label = series.labels().get(i);
            if (minute >= label.from() && minute < label.until() + TOGETHER) {
                return i;
            }
        }
        return -1;
    }

    double falseAlarmsAWeek() {
        return falseAlarms.size() / (judged / (double) Labelled.WEEK);
    }

    List<Integer> falseAlarms() {
        return falseAlarms;
    }

    double precision() {
        return right + falseAlarms.size() == 0 ? 1 : (double) right / (right + falseAlarms.size());
    }

    double recall() {
        int count = 0;
        for (boolean one : found) {
            count += one ? 1 : 0;
        }
        return found.length == 0 ? 1 : (double) count / found.length;
    }

    /** Median delay in minutes of what was found. */
    double delay() {
        return middle(delaysOf(null));
    }

    private int[] delaysOf(Trouble kind) {
        int[] all = new int[found.length];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] && (kind == null || series.labels().get(i).kind() == kind)) {
                all[size++] = delays[i];
            }
        }
        int[] sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double middle(int[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Adds those of a kind that were found in time, how many there were, and the longest delay in minutes. */
    void add(Trouble kind, int minutes, int[] sums) {
        for (int i = 0; i < found.length; i++) {
            if (series.labels().get(i).kind() == kind) {
                sums[0] += found[i] && delays[i] <= minutes ? 1 : 0;
                sums[1]++;
                sums[2] = Math.max(sums[2], delays[i]);
            }
        }
    }

    /** Of each kind: found, of how many, median and longest delay in minutes. */
    Map<Trouble, int[]> byKind() {
        Map<Trouble, int[]> kinds = new EnumMap<>(Trouble.class);
        for (int i = 0; i < found.length; i++) {
            int[] counts = kinds.computeIfAbsent(series.labels().get(i).kind(), kind -> new int[4]);
            counts[0] += found[i] ? 1 : 0;
            counts[1]++;
        }
        kinds.forEach((kind, counts) -> {
            int[] sorted = delaysOf(kind);
            counts[2] = sorted.length == 0 ? -1 : sorted[sorted.length / 2];
            counts[3] = sorted.length == 0 ? -1 : sorted[sorted.length - 1];
        });
        return kinds;
    }

    List<Label> missed() {
        List<Label> missed = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (!found[i]) {
                missed.add(series.labels().get(i));
            }
        }
        return missed;
    }
}
