package dev.smokerunner.standin;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a CDN does to the bytes of its origin, with good intent. */
@FunctionalInterface
public interface Alteration {
    /**
     * The bytes that are delivered.
     *
     * @param path from the root, such as {@code /js/app.js}
     * @param body the origin's bytes
     */
    byte[] alter(String path, byte[] body);

    /** Pages in one line: harmless to most of them. */
    static Alteration joiningLinesOfPages() {
        return ofPages(page -> Pattern.compile("\\s*\\R\\s*").matcher(page).replaceAll(""));
    }

    /** A script of the CDN's own at the end of each page's head. */
    static Alteration addingToPages(String tag) {
        return ofPages(page -> page.replace("</head>", tag + "</head>"));
    }

    /** Scripts and style sheets without the white space at the beginnings of lines. */
    static Alteration shrinkingAssets() {
        return (path, body) -> path.endsWith(".js") || path.endsWith(".css")
                ? new String(body, StandardCharsets.UTF_8)
                        .replaceAll("(?m)^[ \\t]+", "")
                        .getBytes(StandardCharsets.UTF_8)
                : body;
    }

    private static Alteration ofPages(UnaryOperator<String> change) {
        return (path, body) -> path.endsWith(".html")
                ? change.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : body;
    }
}
