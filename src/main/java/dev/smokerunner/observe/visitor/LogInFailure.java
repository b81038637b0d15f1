package dev.smokerunner.observe.visitor;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A step of a log-in that could not be taken.
 *
 * @param number which one, from 1
 * @param step the step
 * @param trouble what was in its way
 * @param after how long was waited
 * @param shown what the browser showed then
 */
public record LogInFailure(int number, LogInStep step, Trouble trouble, Duration after, Shown shown) {
    private static final int LONGEST = 100;

    /** Rejects null. */
    public LogInFailure {
        requireNonNull(step);
        requireNonNull(trouble);
        requireNonNull(after);
        requireNonNull(shown);
    }

    /** What was in a step's way. */
    public enum Trouble {
        /** The server gave no answer, or one of 500 and more. */
        SERVER("the server did not answer with a page", "see whether the log-in works by hand"),
        /** The browser came to no page, and not for the server's silence. */
        NO_PAGE("the browser came to no page", "check the address, and that no download begins there"),
        /** No such element is visible. */
        MISSING(
                "no such element became visible",
                "check the selector, and the step before it: a wrong password or user shows here"),
        /** Another element lies over it. */
        COVERED("another element lies over it", "add a click that closes what lies over it"),
        /** It is switched off, or takes no text. */
        LOCKED("it is disabled or takes no input", "check the selector, and whether a step is missing before it"),
        /** What is typed into a password field stands in the config. */
        PLAIN_PASSWORD(
                "it is a password field, and the config holds its text",
                "put the password into an environment variable and write with: \"${secret:NAME}\"");

        private final String what;
        private final String advice;

        Trouble(String what, String advice) {
            this.what = what;
            this.advice = advice;
        }
    }

    /**
     * What the browser showed.
     *
     * @param title the page's title, of its own making
     * @param url where it was; empty where it was nowhere
     * @param status how the page was answered; empty where it was not, or the browser does not say
     */
    public record Shown(String title, String url, OptionalInt status) {
        /** Nothing. */
        public static final Shown NOTHING = new Shown("", "", OptionalInt.empty());

        /** Rejects null. */
        public Shown {
            requireNonNull(title);
            requireNonNull(url);
            requireNonNull(status);
        }

        /** Without the query, in which codes and tokens go to and fro. */
        private String place() {
            return cut(url.replaceFirst("[?#].*", ""));
        }

        private String sentence() {
            if (!url.startsWith("http")) {
                return "there was no page";
            }
            String answered = status.isPresent() ? " (" + status.getAsInt() + ")" : "";
            return "the page was " + place() + answered
                    + (title.isBlank() ? ", without a title" : ", \"" + cut(title) + "\"");
        }
    }

    /** The whole of it in a sentence; what pages say is cut, and on one line. */
    public String sentence() {
        return "the log-in failed at step " + number + " (" + step.shown() + "): " + trouble.what + " within "
                + after.toMillis() / 1000.0 + " s; " + shown.sentence() + "; " + trouble.advice;
    }

    /** Whether the server is to blame for it, whatever the config says. */
    public boolean isOfServer() {
        return trouble == Trouble.SERVER;
    }

    /** A URL of the failed step's page. */
    public URI page(URI base) {
        return step instanceof LogInStep.GoTo to ? base.resolve(to.to()) : base;
    }

    private static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
