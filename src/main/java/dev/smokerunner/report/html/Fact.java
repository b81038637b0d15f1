package dev.smokerunner.report.html;

/**
 * A named text.
 *
 * @param name what it is
 * @param text what it says
 * @param link where it leads; empty where it leads nowhere
 */
public record Fact(String name, String text, String link) {

    /** A text that leads nowhere. */
    public Fact(String name, String text) {
        this(name, text, "");
    }
}
