package dev.smokerunner.check.web;

import dev.smokerunner.observation.Body;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What browsers make of content types: see the MIME Sniffing and Fetch standards. */
public final class MediaTypes {
    private static final Set<String> JAVASCRIPT = Set.of(
            "application/ecmascript",
            "application/javascript",
            "application/x-ecmascript",
            "application/x-javascript",
            "text/ecmascript",
            "text/javascript",
            "text/javascript1.0",
            "text/javascript1.1",
            "text/javascript1.2",
            "text/javascript1.3",
            "text/javascript1.4",
            "text/javascript1.5",
            "text/jscript",
            "text/livescript",
            "text/x-ecmascript",
            "text/x-javascript");
    // Atomic groups: a page of nothing but comments must not make the search for a match exponential.
    private static final Pattern HTML_START = Pattern.compile(
            "^\\uFEFF?(?>\\s|<!--(?>.*?-->))*+<(!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int SNIFFED = 1024;
    /** Drawing programs write long comments and declarations. */
    private static final int SVG_SNIFFED = 4096;

    private MediaTypes() {}

    /** Whether browsers take a media type for JavaScript's. */
    public static boolean isJavaScript(String type) {
        return JAVASCRIPT.contains(type);
    }

    /** Whether a media type is JSON's. */
    public static boolean isJson(String type) {
        return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
    }

    /** Whether a media type is that of a page. */
    public static boolean isHtml(String type) {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** Whether a classic script of this type is refused even without {@code nosniff}. */
    public static boolean isNeverAScript(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("text/csv");
    }

    /** Whether the bytes are an HTML page, whatever the header says. */
    public static boolean looksLikeHtml(Body body) {
        return looksLikeHtml(new String(body.start(SNIFFED), StandardCharsets.UTF_8));
    }

    /** Whether a text begins as a page does. */
    public static boolean looksLikeHtml(String text) {
        return HTML_START.matcher(text).find();
    }

    /** Whether the bytes are an SVG drawing: its element comes first, but for declarations and comments. */
    public static boolean looksLikeSvg(Body body) {
        String text = new String(body.start(SVG_SNIFFED), StandardCharsets.UTF_8).replace("\uFEFF", "");
        int at = skipSpace(text, 0);
        while (text.startsWith("<?", at) || text.startsWith("<!", at)) {
            String end = text.startsWith("<!--", at) ? "-->" : ">";
            int close = text.indexOf(end, at);
            if (close < 0) {
                return false;
            }
            at = skipSpace(text, close + end.length());
        }
        return text.startsWith("<svg", at);
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether a page that starts like this is shown in standards mode, where a style sheet must be called one. */
    public static boolean isStandardsMode(String html) {
        String start = html.substring(0, Math.min(html.length(), SNIFFED)).toLowerCase(Locale.ROOT);
        return start.contains("<!doctype html");
    }
}
