package dev.smokerunner.observe.browser.driver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What was tried so far, one line each, and how much time is left for the rest. */
final class Attempts {
    /** A mirror or a proxy may be named with a password. */
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@\\s]{1,500}@");

    private static final int LENGTH = 300;

    private final List<String> lines = new ArrayList<>();
    private final long end;

    Attempts(Duration whole) {
        end = System.nanoTime() + whole.toNanos();
    }

    void add(String line) {
        lines.add(plain(line));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** A library's words in one line, without passwords. */
    static String plain(String text) {
        String line = CREDENTIALS
                .matcher(text)
                .replaceAll("//***@")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return line.length() > LENGTH ? line.substring(0, LENGTH) + "..." : line;
    }
}
