package dev.smokerunner.observe.browser.socket;

import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The thread with which one of Java's HTTP clients waits for news. It never ends by itself, and at its own end Java waits a
 * third of a second for whoever is still within the system; only from Java 21 on can a client be closed.
 */
public final class SelectorThread {
    /** A client says its number so that its thread can be found. */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

    private SelectorThread() {}

    /** Ends the thread of a client that is not needed any more. Where it is not found, only time is lost. */
    public static void end(HttpClient client) {
        Matcher number = NUMBER.matcher(client.toString());
        if (number.find()) {
            String name = "HttpClient-" + number.group(1) + "-SelectorManager";
            Thread[] threads = new Thread[Thread.activeCount() + 8];
            Thread.enumerate(threads);
            Arrays.stream(threads)
                    .filter(Objects::nonNull)
                    .filter(thread -> thread.getName().equals(name))
                    .forEach(Thread::interrupt);
        }
    }
}
