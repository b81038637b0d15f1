package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds script elements that are whole tags and still no scripts: never closed, self-closed, escaped, full of HTML. */
final class UnreadScripts {
    private static final Pattern HTML_FIRST = Pattern.compile("^\\s*+<(/?[a-zA-Z]|!doctype)", Pattern.CASE_INSENSITIVE);
    private static final String ESCAPED = "&lt;script";
    private static final int LONGEST_ESCAPED = 500;
    private static final Pattern CLOSED_BEFORE_SCRIPT_OR_END =
            Pattern.compile("\\s*&lt;/script\\s*&gt;\\s*(<script\\b|</head\\b|</body\\b)", Pattern.CASE_INSENSITIVE);
    /** A tag and words, or the start tag of an element that has content, other than those that pages are made of. */
    private static final Pattern ENDS_IN_TEXT = Pattern.compile(
            "[^>]*>[^>]*\\w|(?!(?:html|head|body|link|meta|base|br|hr|img|input)\\b)[a-z][^>]*>\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final String SCRIPT_END = "</script>";
    private static final int MOST_ESCAPED = 20;
    /** Where a page shows the text of a script tag to people. */
    private static final List<String> SHOWN_IN =
            List.of("pre", "code", "textarea", "xmp", "samp", "kbd", "blockquote", "script", "style", "template", "p");

    private final HtmlDocument html;
    private final boolean hasDrawing;

    UnreadScripts(HtmlDocument html) {
        this.html = html;
        // Asked once: a page may have thousands of scripts.
        this.hasDrawing = html.source().contains("<svg");
    }

    /** The scripts that are none, in source order, the escaped ones last. */
    List<TagTrouble> troubles() {
        List<TagTrouble> troubles = new ArrayList<>();
        html.scripts().forEach(script -> (Scripts.isCode(script) ? unread(script) : open(script))
                .map(flaw -> TagTrouble.losing(
                        script.startTag().start(), script.startTag().end(), flaw))
                .ifPresent(troubles::add));
        boolean hasScript = html.scripts().stream()
                .anyMatch(script -> Scripts.isCode(script)
                        && Scripts.isFilled(script)
                        && script.attribute("src").isPresent());
        // Where other scripts run, such a text is one that people are to read, unless it stands where they are loaded.
        escaped(!hasScript).ifPresent(troubles::add);
        return troubles;
    }

    private Optional<TagFlaw> unread(HtmlElement script) {
        if (hasDrawing && isWithin("svg", script.startTag().start())) {
            // There a script may close itself.
            return Optional.empty();
        }
        Optional<TagFlaw> open = open(script);
        boolean swallows = open.isPresent() || !script.text().isBlank();
        if (script.tag().endsWith("/>") && swallows) {
            return Optional.of(new TagFlaw(
                    TagKinds.SELF_CLOSED,
                    "is self-closed, which HTML does not know for scripts: the browser takes what follows,"
                            + " up to the next </script>, for its text"));
        }
        if (open.isPresent()) {
            return open;
        }
        return HTML_FIRST.matcher(script.text()).find()
                ? Optional.of(new TagFlaw(
                        TagKinds.SCRIPT_HOLDS_HTML,
                        "holds HTML where code should be: a tag before it or in it was cut"))
                : Optional.empty();
    }

    /** Of a block of data as of code: whoever reads it gets the rest of the page with it. */
    private Optional<TagFlaw> open(HtmlElement script) {
        if (script.closed() || html.cut()) {
            return Optional.empty();
        }
        String text = script.text();
        int comment = text.indexOf("<!--");
        boolean isEscaped = comment >= 0 && text.toLowerCase(Locale.ROOT).indexOf("<script", comment) > 0;
        // HTML Standard, 4.12.1.3: restrictions for the contents of script elements.
        String why = isEscaped ? ", since behind <!-- and <script in it the next </script> ends nothing" : "";
        return Optional.of(new TagFlaw(
                TagKinds.UNCLOSED,
                "is never closed" + why + ": the browser takes the rest of the page for its text and does not run it"));
    }

    private Optional<TagTrouble> escaped(boolean anywhere) {
        int at = html.source().indexOf(ESCAPED);
        for (int tries = 0; at >= 0 && tries < MOST_ESCAPED; tries++) {
            int end = html.source().indexOf("&gt;", at);
            if (end > 0 && end - at < LONGEST_ESCAPED && isLostTag(at, end) && (anywhere || isAmongScripts(at, end))) {
                return Optional.of(TagTrouble.losing(
                        at,
                        end + 4,
                        TagKinds.ESCAPED,
                        "is escaped: the browser shows the tag as text and loads nothing"));
            }
            at = html.source().indexOf(ESCAPED, at + 1);
        }
        return Optional.empty();
    }

    private boolean isLostTag(int start, int end) {
        String source = html.source();
        String after = source.substring(end + 4, Math.min(source.length(), end + 40));
        boolean isWhole = source.substring(start, end).contains("src=")
                && after.stripLeading().startsWith("&lt;/script");
        boolean isInTag = source.lastIndexOf('<', start) > source.lastIndexOf('>', start);
        return isWhole
                && !isInTag
                && !isToBeRead(source.substring(0, start))
                && SHOWN_IN.stream().noneMatch(name -> isWithin(name, start));
    }

    /** Whether words stand before it, or it is the first that an element shows. */
    private static boolean isToBeRead(String before) {
        return ENDS_IN_TEXT
                .matcher(before.substring(before.lastIndexOf('<') + 1))
                .lookingAt();
    }

    private boolean isAmongScripts(int start, int end) {
        String before = html.source().substring(0, start).stripTrailing();
        return before.regionMatches(true, before.length() - SCRIPT_END.length(), SCRIPT_END, 0, SCRIPT_END.length())
                || CLOSED_BEFORE_SCRIPT_OR_END
                        .matcher(html.source())
                        .region(end + 4, html.source().length())
                        .lookingAt();
    }

    private boolean isWithin(String element, int offset) {
        return html.source().lastIndexOf("<" + element, offset) > html.source().lastIndexOf("</" + element, offset);
    }
}
