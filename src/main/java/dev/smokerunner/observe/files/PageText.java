package dev.smokerunner.observe.files;

import java.util.ArrayList;
import java.util.List;

/** The parts of a page's text in which files may be named. */
final class PageText {
    private PageText() {}

    /** The text without comments; what old browsers read out of conditional ones stays. */
    static String withoutComments(String html) {
        StringBuilder live = new StringBuilder();
        int at = 0;
        for (int open = html.indexOf("<!--"); open >= 0; open = html.indexOf("<!--", at)) {
            int close = html.indexOf("-->", open + 4);
            int end = close < 0 ? html.length() : close + 3;
            boolean isConditional = html.startsWith("<!--[if", open);
            live.append(html, at, isConditional ? end : open);
            at = end;
        }
        return live.append(html, at, html.length()).toString();
    }

    /** The script elements with their start tags, in which names may lack their extension. */
    static List<String> scripts(String html) {
        List<String> scripts = new ArrayList<>();
        int open = indexOf(html, "<script", 0);
        while (open >= 0) {
            int close = indexOf(html, "</script", open);
            int end = close < 0 ? html.length() : close;
            scripts.add(html.substring(open, end));
            open = indexOf(html, "<script", end);
        }
        return scripts;
    }

    private static int indexOf(String html, String tag, int from) {
        for (int at = html.indexOf('<', from); at >= 0; at = html.indexOf('<', at + 1)) {
            if (html.regionMatches(true, at, tag, 0, tag.length())) {
                return at;
            }
        }
        return -1;
    }
}
