package dev.smokerunner.traffic.log;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Lines with the time in brackets and the request in quotes: the common and the combined format, also with the host before it, and
 * the access logs of S3.
 */
final class ServerLog implements LogFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm xx", Locale.ENGLISH);
    /** Of {@code 10/Oct/2000:13:55:36 -0700}. */
    private static final int LENGTH = 26;

    private static final int TO_MINUTES = 17;
    /** Host, address, identity and user; without the host there are three. */
    private static final int WORDS_WITH_HOST = 4;

    private final MinuteText minutes = new MinuteText(text -> Instant.from(TIME.parse(text)));

    @Override
    public Optional<LogEntry> read(String line) {
        int open = line.indexOf('[');
        if (open < 0 || line.length() < open + LENGTH + 2 || line.charAt(open + 1 + LENGTH) != ']') {
            return Optional.empty();
        }
        int time = open + 1;
        return minutes.read(
                        line.substring(time, time + TO_MINUTES) + line.substring(time + TO_MINUTES + 3, time + LENGTH))
                .flatMap(minute -> read(line, open, minute));
    }

    private static Optional<LogEntry> read(String line, int open, Instant minute) {
        int quote = line.indexOf('"', open + LENGTH);
        int end = quote < 0 ? -1 : endOfQuote(line, quote + 1);
        if (end < 0) {
            return Optional.empty();
        }
        if (line.startsWith("-", quote + 1)) {
            // S3 tells of what it did by itself too, and servers of who went away before he asked.
            return Optional.of(new LogEntry(minute, "", "", 0));
        }
        String asked = target(line.substring(quote + 1, end));
        int status = number(line, end + 2);
        return asked.isEmpty() || status < 0
                ? Optional.empty()
                : Optional.of(new LogEntry(minute, host(line, open), LogEntry.path(asked), status));
    }

    /** What was asked for, between the method and the protocol; empty where there is nothing. */
    private static String target(String request) {
        int from = request.indexOf(' ') + 1;
        int to = request.indexOf(' ', from);
        return from == 0 ? "" : request.substring(from, to < 0 ? request.length() : to);
    }

    private static int endOfQuote(String line, int from) {
        int end = line.indexOf('"', from);
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end = line.indexOf('"', end + 1);
        }
        return end;
    }

    /** A status, or 0 for the dash of who went away; -1 where it is neither. */
    private static int number(String line, int from) {
        int number = 0;
        int at = from;
        while (at < line.length() && Character.digit(line.charAt(at), 10) >= 0 && at - from < 3) {
            number = number * 10 + Character.digit(line.charAt(at), 10);
            at++;
        }
        boolean isDash = at == from && at < line.length() && line.charAt(at) == '-';
        return at - from == 3 || isDash ? number : -1;
    }

    private static String host(String line, int open) {
        int words = 0;
        int firstSpace = -1;
        for (int at = line.indexOf(' '); at >= 0 && at < open; at = line.indexOf(' ', at + 1)) {
            words++;
            firstSpace = firstSpace < 0 ? at : firstSpace;
        }
        if (words < WORDS_WITH_HOST) {
            return "";
        }
        String host = line.substring(0, firstSpace);
        int port = host.lastIndexOf(':');
        return port > 0 ? host.substring(0, port) : host;
    }
}
