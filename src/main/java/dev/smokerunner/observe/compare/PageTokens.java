package dev.smokerunner.observe.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Takes a parsed page apart, white space that browsers show apart from that which they drop: it counts within a line of text
 * and in preformatted text, and not at the start or end of a block.
 */
final class PageTokens implements NodeVisitor {
    /** The elements that browsers show as blocks (HTML, "Rendering"), with what stands for a line of its own. */
    private static final Set<String> BLOCKS =
            Set.of(("html head body address article aside blockquote br caption center col colgroup dd "
                            + "details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 "
                            + "h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p pre search "
                            + "section select summary table tbody td tfoot th thead title tr ul #root #document")
                    .split(" "));
    /** What shows nothing where it stands, so that the text around it is one text. */
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "link", "meta", "template", "noscript", "base", "source", "track", "param");
    /** What stands in a line as a word does. */
    private static final Set<String> LIKE_WORDS = Set.of(
            "img",
            "input",
            "button",
            "textarea",
            "iframe",
            "video",
            "audio",
            "canvas",
            "svg",
            "object",
            "embed",
            "meter",
            "progress");

    private static final Set<String> PREFORMATTED = Set.of("pre", "textarea", "listing", "plaintext", "xmp");

    private final List<PageToken> tokens = new ArrayList<>();
    /** Whether a blank was seen that counts if a word follows in the same line. */
    private boolean isBlankPending;

    private boolean isLineStart = true;
    private int preformatted;

    private PageTokens() {}

    /** The pieces of a page in their order. */
    static List<PageToken> of(Document page) {
        PageTokens pieces = new PageTokens();
        NodeTraversor.traverse(pieces, page);
        return pieces.tokens;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof DataNode data) {
            data(data);
        } else if (node instanceof DocumentType type) {
            // Without it browsers lay the page out by the rules of the nineties.
            add(
                    "<!doctype " + type.name().toLowerCase(Locale.ROOT) + " " + type.publicId() + ">",
                    PageToken.Kind.START,
                    node);
        } else if (node instanceof Element element && !(node instanceof Document)) {
            start(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && !(node instanceof Document)) {
            String name = element.normalName();
            line(name);
            isLineStart &= !LIKE_WORDS.contains(name);
            preformatted -= PREFORMATTED.contains(name) ? 1 : 0;
            add("</" + name + ">", PageToken.Kind.END, element);
        }
    }

    private void start(Element element) {
        String name = element.normalName();
        line(name);
        if (LIKE_WORDS.contains(name)) {
            blank(element);
            isLineStart = false;
        }
        preformatted += PREFORMATTED.contains(name) ? 1 : 0;
        add(TagSpelling.of(element), PageToken.Kind.START, element);
    }

    private void line(String name) {
        if (BLOCKS.contains(name)) {
            isLineStart = true;
            isBlankPending = false;
        }
    }

    private void blank(Node node) {
        if (isBlankPending && !isLineStart) {
            add(" ", PageToken.Kind.TEXT, node);
        }
        isBlankPending = false;
    }

    private void text(TextNode text) {
        String whole = text.getWholeText();
        if (preformatted > 0) {
            add(whole.replace("\r\n", "\n"), PageToken.Kind.TEXT, text);
            return;
        }
        if (isWithin(text, UNSEEN) && whole.isBlank()) {
            return;
        }
        // One piece for each word, so that a changed word is a small difference.
        int at = 0;
        while (at < whole.length()) {
            int from = at;
            boolean isBlank = isBlank(whole.charAt(at));
            while (at < whole.length() && isBlank(whole.charAt(at)) == isBlank) {
                at++;
            }
            if (isBlank) {
                isBlankPending = true;
            } else {
                word(whole.substring(from, at), text);
            }
        }
    }

    private void word(String word, TextNode text) {
        boolean isApart = isBlankPending && !isLineStart;
        PageToken last = tokens.isEmpty() ? new PageToken("", PageToken.Kind.END, text) : tokens.get(tokens.size() - 1);
        // A comment parts no word.
        if (!isApart
                && !isLineStart
                && !isBlankPending
                && last.kind() == PageToken.Kind.TEXT
                && last.node() instanceof TextNode) {
            tokens.set(tokens.size() - 1, new PageToken(last.key() + word, last.kind(), last.node()));
            return;
        }
        add((isApart ? " " : "") + word, PageToken.Kind.TEXT, text);
        isBlankPending = false;
        isLineStart = false;
    }

    /** A non-breaking space is no blank: browsers show it. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private void data(DataNode data) {
        String text = data.getWholeData();
        String key = Optional.ofNullable(data.parent())
                .map(parent -> TagSpelling.language(parent).spelled(text))
                .orElse(text);
        if (!key.isBlank()) {
            add(key.strip(), PageToken.Kind.TEXT, data);
        }
    }

    private static boolean isWithin(Node node, Set<String> names) {
        return Optional.ofNullable(node.parent())
                .filter(parent -> names.contains(parent.normalName()))
                .isPresent();
    }

    private void add(String key, PageToken.Kind kind, Node node) {
        tokens.add(new PageToken(key, kind, node));
    }
}
