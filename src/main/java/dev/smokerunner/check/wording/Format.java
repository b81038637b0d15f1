package dev.smokerunner.check.wording;

import dev.smokerunner.observation.Headers;
import dev.smokerunner.observation.NetworkFailure;
import dev.smokerunner.observation.Quote;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** How facts are put into words. */
public final class Format {
    private static final int LONGEST_LINE = 300;

    /** All white space but a single space. */
    private static final Pattern TO_COLLAPSE = Pattern.compile("\\s{2,}|[^\\S ]");

    private Format() {}

    /** A text of the page on one line, cut to a readable length. */
    public static String line(String text) {
        return line(text, LONGEST_LINE);
    }

    /** A quote on one line, cut to a readable length. */
    public static String line(Quote quote) {
        return line(quote.text());
    }

    /** A text of the page on one line of at most {@code longest} characters. */
    public static String line(String text, int longest) {
        // Cut first: collapsing megabytes only to throw them away would be slow.
        String start = text.substring(0, Math.min(text.length(), 4 * longest));
        String line = TO_COLLAPSE.matcher(start).replaceAll(" ").strip();
        if (line.length() <= longest && start.length() == text.length()) {
            return line;
        }
        return line.substring(0, Math.min(line.length(), longest)) + "…";
    }

    /** A number of bytes as people read it. */
    public static String bytes(long count) {
        if (count < 1000) {
            return count + (count == 1 ? " byte" : " bytes");
        }
        return count < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }

    /** How often something happened. */
    public static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    /** A duration as people read it. */
    public static String duration(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) < 0
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
    }

    /** A status and what it came with, e.g. {@code 404 text/html}. */
    public static String status(int status, Headers headers) {
        return (status + " " + headers.mediaType()).strip();
    }

    /** Why a request failed, with the client's own words. */
    public static String failure(NetworkFailure failure) {
        String own = line(failure.quote());
        return own.isEmpty() ? reason(failure.kind()) : reason(failure.kind()) + " (" + own + ")";
    }

    /** Why a request failed. */
    public static String reason(NetworkFailure.Kind kind) {
        return switch (kind) {
            case DNS -> "the host name does not resolve";
            case REFUSED -> "the connection was refused";
            case RESET -> "the connection was cut";
            case TIMEOUT -> "no answer in time";
            case TLS -> "the TLS certificate or handshake is wrong";
            case TRUNCATED -> "fewer bytes came than were announced";
            case REDIRECT_LOOP -> "it redirects without end";
            case DECODING -> "the content encoding is not what the header says";
            case BLOCKED -> "the browser keeps it from the page";
            case ABORTED -> "it was called off";
            case UNASKED -> "not asked in time";
            case FORBIDDEN_PORT -> "no browser ever asks this port";
            case OTHER -> "no usable answer";
        };
    }
}
