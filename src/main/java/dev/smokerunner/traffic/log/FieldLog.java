package dev.smokerunner.traffic.log;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lines of fields whose names stand in a line {@code #Fields:} before them: CloudFront's standard logs, and the extended format of
 * the W3C that they follow.
 */
final class FieldLog implements LogFormat {
    private static final String NAMES = "#Fields:";
    private static final int TO_MINUTES = 5;

    private final List<String> names;
    private final int date;
    private final int time;
    private final int path;
    private final int status;
    private final int host;
    private final MinuteText minutes = new MinuteText(text -> Instant.parse(text + ":00Z"));

    private FieldLog(List<String> names) {
        this.names = names;
        this.date = names.indexOf("date");
        this.time = names.indexOf("time");
        this.path = names.indexOf("cs-uri-stem");
        this.status = names.indexOf("sc-status");
        // What visitors asked; cs(Host) of CloudFront is its own name for the distribution.
        this.host = names.indexOf("x-host-header");
    }

    /** That of a line which names the fields; absent where it is another line, or what is needed is not among them. */
    static Optional<FieldLog> of(String line) {
        if (!line.startsWith(NAMES)) {
            return Optional.empty();
        }
        FieldLog log = new FieldLog(
                Arrays.asList(line.substring(NAMES.length()).strip().split("\\s+")));
        boolean isComplete = log.date >= 0 && log.time >= 0 && log.path >= 0 && log.status >= 0;
        return isComplete ? Optional.of(log) : Optional.empty();
    }

    @Override
    public Optional<LogEntry> read(String line) {
        String[] fields = fields(line, line.indexOf('\t') < 0 ? ' ' : '\t');
        if (fields.length == 0 || fields[time].length() < TO_MINUTES) {
            return Optional.empty();
        }
        Optional<Instant> minute = minutes.read(fields[date] + "T" + fields[time].substring(0, TO_MINUTES));
        int answered = status(fields[status]);
        if (minute.isEmpty() || answered < 0) {
            return Optional.empty();
        }
        String asked = host < 0 || fields[host].equals("-") ? "" : fields[host];
        return Optional.of(new LogEntry(minute.get(), asked, LogEntry.path(fields[path]), answered));
    }

    /** As many as there are names, or none. */
    private String[] fields(String line, char separator) {
        String[] fields = new String[names.size()];
        int start = 0;
        for (int i = 0; i < fields.length; i++) {
            int end = line.indexOf(separator, start);
            if (end < 0 && i < fields.length - 1) {
                return new String[0];
            }
            fields[i] = line.substring(start, end < 0 ? line.length() : end);
            start = end + 1;
        }
        return fields;
    }

    /** CloudFront writes 000 where the visitor went away. */
    private static int status(String text) {
        return text.matches("[0-9]{3}") ? Integer.parseInt(text) : -1;
    }
}
