package dev.smokerunner.report;

import dev.smokerunner.report.html.Fact;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Makes hostile text harmless for those who look at a web page: what cannot be seen, or turns round what stands beside it, is
 * spelled out. Mark-up is left to the templates.
 */
public final class HtmlText {
    private static final int ADDRESS = 300;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HtmlText() {}

    /** One text, cut to 2000 characters. */
    public static String text(String text) {
        return Visible.line(text);
    }

    /** A URL or a path, cut to 300 characters. */
    public static String address(String text) {
        return Visible.line(text, ADDRESS);
    }

    /** Where an address of the config or the command line leads, if that is a web page; nothing else is worth a click. */
    public static String link(String url) {
        try {
            URI parsed = URI.create(url);
            boolean isWeb = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            return isWeb && parsed.getHost() != null ? parsed.toASCIIString() : "";
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    /** A text that leads to a web page where it is the address of one. */
    public static Fact linked(String name, String text) {
        return new Fact(name, address(text), link(text));
    }

    /** A time, to the minute. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }
}
