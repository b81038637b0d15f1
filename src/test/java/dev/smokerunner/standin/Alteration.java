package dev.smokerunner.standin;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
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

    /** The scripts inside pages in one line each: harmless to those that have no comment to the line's end. */
    static Alteration joiningLinesOfInlineScripts() {
        Pattern script = Pattern.compile("(?s)(<script>)(.*?)(</script>)");
        return ofPages(page -> script.matcher(page)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + found.group(2).replaceAll("\\s*\\R\\s*", "") + found.group(3))));
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
