package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.detection.Kind;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Markup.Comment;
import dev.smokerunner.observation.Markup.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds elements and comments that were not closed where they should be, so that tags behind them became text. */
final class SwallowingText {
    private static final Set<String> TEXT =
            Set.of("title", "textarea", "style", "iframe", "xmp", "noembed", "noframes");

    private static final Pattern LOADING_TAG =
            Pattern.compile("<script\\b[^>]*\\bsrc\\s*=|<link\\b[^>]*\\bhref\\s*=", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_TAG = Pattern.compile("<(link|style)\\b|</head\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_TAG = Pattern.compile("</head\\b|<body\\b", Pattern.CASE_INSENSITIVE);
    /** What people use: no text that is shown to be read has a button behind it and no end. */
    private static final Pattern CONTROL_TAG =
            Pattern.compile("<(button|input|select|a|form)\\b|</form\\b", Pattern.CASE_INSENSITIVE);
    /** No code ends with a tag: it is the next script's. */
    private static final Pattern ENDS_WITH_TAG =
            Pattern.compile("(^|[\\s;}])<script\\b[^>\"'`]*\\bsrc\\s*=[^>`]*>\\s*$", Pattern.CASE_INSENSITIVE);

    private static final String NOT_CLOSED =
            "is not closed where it should be: the browser takes the tags behind it for its text";
    private static final int LONGEST_TAG = 1000;

    private final HtmlDocument html;

    SwallowingText(HtmlDocument html) {
        this.html = html;
    }

    /** What swallows: elements, scripts, comments. */
    List<TagTrouble> troubles() {
        List<TagTrouble> troubles = new ArrayList<>();
        for (RawText text : html.markup().texts()) {
            String content = html.source().substring(text.tag().end(), text.end());
            if (!html.cut() && swallows(text, content)) {
                troubles.add(trouble(text.tag().start(), text.tag().end(), TagKinds.UNCLOSED, NOT_CLOSED, content));
            }
        }
        html.scripts().stream()
                .filter(SwallowingText::endsWithTag)
                .forEach(script -> troubles.add(trouble(
                        script.startTag().start(),
                        script.startTag().end(),
                        TagKinds.UNCLOSED,
                        NOT_CLOSED,
                        script.text())));
        html.markup().comments().stream()
                .filter(this::swallows)
                .forEach(comment -> troubles.add(trouble(
                        comment.start(),
                        comment.start() + "<!--".length(),
                        TagKinds.COMMENT_OPEN,
                        "opens a comment that ends only with the next one, so the browser drops what is between",
                        html.source().substring(comment.start() + 1, comment.end()))));
        putAway().ifPresent(troubles::add);
        return troubles;
    }

    /** The element that puts the rest of the page away. */
    private Optional<TagTrouble> putAway() {
        return OpenHiding.of(html).map(element -> {
            String behind = html.source().substring(element.startTag().end());
            return trouble(
                    element.startTag().start(),
                    element.startTag().end(),
                    TagKinds.UNCLOSED,
                    "is never closed: the browser puts the rest of the page away with it",
                    behind);
        });
    }

    private static TagTrouble trouble(int start, int end, Kind kind, String what, String swallowed) {
        return TagTrouble.losing(start, end, kind, what, MangledTags.swallowed(swallowed));
    }

    private static boolean endsWithTag(HtmlElement script) {
        String text = script.text();
        String end = text.substring(Math.max(0, text.length() - LONGEST_TAG));
        return Scripts.isCode(script) && ENDS_WITH_TAG.matcher(end).find();
    }

    private static boolean swallows(RawText text, String content) {
        if (!TEXT.contains(text.tag().name())) {
            return false;
        }
        boolean takesTags = !text.isClosed()
                && Stream.of(LOADING_TAG, PAGE_TAG, CONTROL_TAG)
                        .anyMatch(tag -> tag.matcher(content).find());
        return takesTags
                || text.tag().name().equals("style")
                        && (STYLE_TAG.matcher(withoutComments(content)).find()
                                || LOADING_TAG.matcher(withoutComments(content)).find());
    }

    private static String withoutComments(String css) {
        int open = css.indexOf("/*");
        return open < 0 ? css : css.substring(0, open);
    }

    /** A comment with the page's own frame in it was not meant to be so long. */
    private boolean swallows(Comment comment) {
        String text = html.source().substring(comment.start(), comment.end());
        boolean isNested = text.indexOf("<!--", 4) > 0;
        return isNested && !text.startsWith("<!--[if") && PAGE_TAG.matcher(text).find();
    }
}
