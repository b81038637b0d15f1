package dev.smokerunner.report;

import java.util.stream.Collectors;

/** Writes texts as the commands of GitHub's runner take them; none can end its command or begin another one. */
final class GithubText {
    /** GitHub shows the first lines of an annotation, and cuts it at 64 KiB. */
    private static final int LINE = 1_000;

    private static final int TITLE = 200;

    private GithubText() {}

    /** What stands behind the second {@code ::}: its lines stay lines. */
    static String data(String text) {
        return text.lines()
                .limit(40)
                .map(line -> escaped(Visible.line(line, LINE)))
                .collect(Collectors.joining("%0A"));
    }

    /** The value of a property, such as a title. */
    static String property(String text) {
        return escaped(Visible.line(text, TITLE)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String line) {
        return TerminalText.line(line).replace("%", "%25");
    }
}
