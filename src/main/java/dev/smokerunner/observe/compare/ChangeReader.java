package dev.smokerunner.observe.compare;

import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageChange.Kind;
import dev.smokerunner.observation.PageChange.Touched;
import dev.smokerunner.observe.compare.SequenceDifference.Hunk;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Says in words and facts what a stretch of a served page has that the packaged page has not, and the reverse. */
final class ChangeReader {
    private static final int LONGEST = 160;
    /** A name without a dot is a host only behind a scheme: after two slashes alone it is the first word of a comment. */
    private static final Pattern HOST_IN_TEXT = Pattern.compile(
            "(?:(?<=https?:)//(?=[A-Za-z0-9])|//(?=[A-Za-z0-9-]+\\.))([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)",
            Pattern.CASE_INSENSITIVE);
    /** How an inline script loads another, or sends something away: a host in one that does neither is a mere word. */
    private static final Pattern REACHES_OUT =
            Pattern.compile("createElement|import\\s*\\(|importScripts|document\\.write"
                    + "|fetch\\s*\\(|XMLHttpRequest|sendBeacon|new\\s+Image|WebSocket|\\.src\\s*=");

    private final List<PageToken> own;
    private final List<PageToken> served;
    private final PageContext context;

    ChangeReader(List<PageToken> own, List<PageToken> served, PageContext context) {
        this.own = own;
        this.served = served;
        this.context = context;
    }

    /** The changes that a stretch is. */
    List<PageChange> read(Hunk hunk) {
        List<PageToken> gone = own.subList(hunk.ownStart(), hunk.ownEnd());
        List<PageToken> come = gone.isEmpty() ? whole(hunk) : served.subList(hunk.otherStart(), hunk.otherEnd());
        if (gone.isEmpty()) {
            Optional<List<PageChange>> whole = putIn(come);
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        Touched touched = touched(gone, come);
        return List.of(new PageChange(
                Kind.CHANGED, touched, where(come.isEmpty() ? gone : come), hosts(come), words(gone, come)));
    }

    /** The elements that were put in, where the stretch is nothing but whole ones of a kind that changes nothing beside it. */
    private Optional<List<PageChange>> putIn(List<PageToken> come) {
        List<PageChange> changes = new ArrayList<>();
        int at = 0;
        while (at < come.size()) {
            PageToken token = come.get(at);
            int end = token.kind() == PageToken.Kind.START ? end(come, at) : -1;
            if (end < 0) {
                return Optional.empty();
            }
            Optional<PageChange> change = putIn((Element) token.node());
            if (change.isEmpty()) {
                return Optional.empty();
            }
            changes.add(change.get());
            at = end;
        }
        return Optional.of(changes);
    }

    /**
     * The tokens of a stretch that was put in, moved to where it is whole: the same stretch can stand in several places where
     * what it begins with and what follows it are alike, as two inline scripts are.
     */
    private List<PageToken> whole(Hunk hunk) {
        int start = hunk.otherStart();
        int end = hunk.otherEnd();
        for (int moved = 0; moved < end - start; moved++) {
            List<PageToken> come = served.subList(start - moved, end - moved);
            boolean isWhole = come.get(0).kind() == PageToken.Kind.START && end(come, 0) > 0;
            boolean isLast = start - moved - 1 < 0
                    || !served.get(start - moved - 1)
                            .key()
                            .equals(come.get(come.size() - 1).key());
            if (isWhole || isLast) {
                return isWhole ? come : served.subList(start, end);
            }
        }
        return served.subList(start, end);
    }

    private static String name(PageToken token) {
        return token.node() instanceof Element element ? element.normalName() : "";
    }

    /** The index behind the end of an element, or -1 where it does not end here. */
    private static int end(List<PageToken> tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            depth += tokens.get(i).kind() == PageToken.Kind.START
                    ? 1
                    : tokens.get(i).kind() == PageToken.Kind.END ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private Optional<PageChange> putIn(Element element) {
        String name = element.normalName();
        List<URI> addresses = addresses(element);
        boolean isKnown = addresses.stream()
                .anyMatch(url -> context.strangeHost(url).isEmpty()
                        && KnownInsertions.isOwnPath(
                                Optional.ofNullable(url.getRawPath()).orElse("")));
        boolean isElsewhere =
                addresses.stream().allMatch(url -> context.strangeHost(url).isPresent());
        Touched touched = PagePart.of(element);
        boolean isWhole =
                switch (name) {
                    case "script", "iframe", "object", "embed" -> (isKnown || isElsewhere) && !isOpen(element);
                    case "link" -> isKnown || isElsewhere || touched == Touched.MINOR;
                    case "style", "noscript" -> !isOpen(element);
                    case "img" -> true;
                    case "meta" -> touched == Touched.MINOR;
                    default -> isKnown;
                };
        boolean isStrange = !isKnown;
        return isWhole
                ? Optional.of(new PageChange(
                        Kind.PUT_IN,
                        touched,
                        brief(element.outerHtml()),
                        isStrange ? hosts(element) : List.of(),
                        "put in: " + brief(element.outerHtml())))
                : Optional.empty();
    }

    /** Whether an element that never ends swallowed the rest of the page: half an element is no work of a CDN. */
    private static boolean isOpen(Element element) {
        return element.data().contains("</body") || element.data().contains("</html");
    }

    private Touched touched(List<PageToken> gone, List<PageToken> come) {
        Set<Touched> all = new TreeSet<>();
        for (List<PageToken> side : List.of(gone, come)) {
            for (PageToken token : side) {
                all.add(touched(token));
            }
        }
        boolean isSameTag = gone.size() == 1
                && come.size() == 1
                && gone.get(0).kind() == PageToken.Kind.START
                && name(gone.get(0)).equals(name(come.get(0)));
        return isSameTag && all.iterator().next() == Touched.STRUCTURE && isDescribing(gone.get(0), come.get(0))
                ? Touched.MINOR
                : all.iterator().next();
    }

    /** Whether only what describes an element has changed: no way for anybody to find it, to reach it, or to see it. */
    private static boolean isDescribing(PageToken gone, PageToken come) {
        return changed(gone, come).stream()
                .allMatch(name -> name.startsWith("data-")
                        || Set.of(
                                        "alt",
                                        "title",
                                        "loading",
                                        "decoding",
                                        "fetchpriority",
                                        "width",
                                        "height",
                                        "rel",
                                        "lang")
                                .contains(name));
    }

    private static Set<String> changed(PageToken gone, PageToken come) {
        Map<String, String> before = TagSpelling.attributes((Element) gone.node());
        Map<String, String> after = TagSpelling.attributes((Element) come.node());
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Touched touched(PageToken token) {
        Node node = token.node();
        if (node instanceof Element element) {
            return token.kind() == PageToken.Kind.END && PagePart.of(element) == Touched.MINOR
                    ? Touched.MINOR
                    : PagePart.footed(element, PagePart.of(element));
        }
        return node.parent() instanceof Element parent && !(node instanceof DocumentType)
                ? switch (parent.normalName()) {
                    case "script", "style" -> PagePart.of(parent);
                    default -> PagePart.footed(parent, Touched.TEXT);
                }
                : Touched.STRUCTURE;
    }

    private List<URI> addresses(Element element) {
        List<URI> urls = new ArrayList<>();
        for (Element each : element.getAllElements()) {
            for (String name : List.of("src", "href", "data", "data-main")) {
                if (each.hasAttr(name)) {
                    UrlResolver.resolve(context.url(), each.attr(name)).ifPresent(urls::add);
                }
            }
        }
        return urls;
    }

    private List<String> hosts(List<PageToken> tokens) {
        Set<String> hosts = new LinkedHashSet<>();
        tokens.stream()
                .filter(token -> token.kind() == PageToken.Kind.START && token.node() instanceof Element)
                .forEach(token -> hosts.addAll(hosts((Element) token.node())));
        return List.copyOf(hosts);
    }

    /** The hosts that neither the release nor a CDN is known for, in addresses and in what an inline script says. */
    private List<String> hosts(Element element) {
        Set<String> hosts = new LinkedHashSet<>();
        addresses(element).forEach(url -> context.strangeHost(url).ifPresent(hosts::add));
        if (REACHES_OUT.matcher(element.data()).find() && !KnownInsertions.isNamedIn(element.data())) {
            HOST_IN_TEXT
                    .matcher(element.data())
                    .results()
                    .forEach(found -> hosts.add(found.group(1).toLowerCase(Locale.ROOT)));
        }
        return hosts.stream()
                .filter(host -> !context.isOwnHost(host))
                .filter(host ->
                        !KnownInsertions.isHost(host) && !context.isNamedHost().test(host))
                .limit(5)
                .toList();
    }

    private static String where(List<PageToken> tokens) {
        Node node = tokens.get(0).node();
        Node shown = node instanceof Element || node.parent() == null ? node : node.parent();
        return shown instanceof Element element ? brief(TagSpelling.of(element)) : "";
    }

    private static String words(List<PageToken> gone, List<PageToken> come) {
        if (gone.isEmpty()) {
            return "put in: " + text(come);
        }
        if (come.isEmpty()) {
            return "taken out: " + text(gone);
        }
        return inOneLine(keys(gone)).equals(inOneLine(keys(come)))
                ? "other white space in or around '" + text(come) + "'"
                : "'" + text(gone) + "' was packaged, '" + text(come) + "' is served";
    }

    private static String text(List<PageToken> tokens) {
        String text = brief(keys(tokens.subList(0, Math.min(40, tokens.size()))));
        return text.isEmpty() && !tokens.isEmpty() ? "white space" : text;
    }

    private static String keys(List<PageToken> tokens) {
        return tokens.stream().map(PageToken::key).collect(Collectors.joining());
    }

    private static String inOneLine(String text) {
        return text.replaceAll("[\\s\\u0001]+", " ").strip();
    }

    private static String brief(String text) {
        String line = inOneLine(text.substring(0, Math.min(text.length(), 4 * LONGEST)));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
