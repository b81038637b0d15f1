package dev.smokerunner.observe.compare;

import dev.smokerunner.filename.FileName;
import dev.smokerunner.observation.PageChange;
import dev.smokerunner.observation.PageDifference;
import dev.smokerunner.observation.PageDifference.ServedPage;
import dev.smokerunner.observation.Rewriting;
import dev.smokerunner.observe.compare.SequenceDifference.Hunk;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Compares two pages as browsers parse them. */
final class PageComparison {
    private static final int LONGEST_WORDS = 200;
    private static final int MOST_FILES = 20;

    private final Document own;
    private final Document served;
    private final PageContext context;

    private PageComparison(String own, String served, PageContext context) {
        this.own = Jsoup.parse(own);
        this.served = Jsoup.parse(served);
        this.context = context;
    }

    /**
     * How a page that is served differs from the one that was packaged.
     *
     * @param own the text of the packaged page
     * @param served the text of the served page
     */
    static PageDifference between(String own, String served, PageContext context) {
        return new PageComparison(own, served, context).difference();
    }

    private PageDifference difference() {
        ServedPage said = said();
        Set<Rewriting> undone = EnumSet.noneOf(Rewriting.class);
        undone.addAll(Undoing.in(served, own));
        Set<String> ownFiles = files(own);
        Set<String> servedFiles = files(served);
        boolean shares = servedFiles.stream().anyMatch(ownFiles::contains);
        List<String> strange = servedFiles.stream()
                .filter(file -> !ownFiles.contains(file))
                .filter(file -> !KnownInsertions.isOwnPath(path(file))
                        && !context.isFile().test(URI.create(file)))
                .limit(MOST_FILES)
                .toList();
        Set<String> ownNames = ownFiles.stream().map(PageComparison::plain).collect(Collectors.toSet());
        boolean isRenamed = strange.stream().anyMatch(file -> ownNames.contains(plain(file)));
        Optional<List<PageChange>> changes = changes();
        return new PageDifference(
                undone, changes.orElse(List.of()), changes.isPresent(), strange, shares, isRenamed, said);
    }

    private Optional<List<PageChange>> changes() {
        List<PageToken> before = PageTokens.of(own);
        List<PageToken> after = PageTokens.of(served);
        ChangeReader reader = new ChangeReader(before, after, context);
        return SequenceDifference.between(keys(before), keys(after)).map(hunks -> {
            List<PageChange> changes = new ArrayList<>();
            for (Hunk hunk : hunks) {
                changes.addAll(reader.read(hunk));
            }
            return changes;
        });
    }

    private static List<String> keys(List<PageToken> tokens) {
        return tokens.stream().map(PageToken::key).toList();
    }

    private ServedPage said() {
        String title = brief(served.title());
        String heading = Optional.ofNullable(served.selectFirst("h1, h2"))
                .map(element -> brief(element.text()))
                .orElse("");
        boolean asks =
                served.selectFirst("input[type=password]") != null && own.selectFirst("input[type=password]") == null;
        return new ServedPage(title, heading, !title.isBlank() && title.equals(brief(own.title())), asks);
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_WORDS)).strip();
    }

    /** The scripts and style sheets of the page's own host that a page names. */
    private Set<String> files(Document page) {
        Set<String> files = new LinkedHashSet<>();
        URI base = Optional.ofNullable(page.selectFirst("base[href]"))
                .flatMap(element -> UrlResolver.resolve(context.url(), element.attr("href")))
                .orElse(context.url());
        for (Element element : page.select(
                "script[src], script[data-main], link[rel~=(?i)stylesheet][href], link[rel~=(?i)preload][href]")) {
            String address = element.hasAttr("data-main")
                    ? element.attr("data-main")
                    : element.hasAttr("src") ? element.attr("src") : element.attr("href");
            UrlResolver.resolve(base, address)
                    .filter(url -> context.strangeHost(url).isEmpty())
                    .ifPresent(url -> files.add(withoutQuery(url)));
        }
        return files;
    }

    private static String withoutQuery(URI url) {
        return url.toString().replaceAll("[?#].*", "");
    }

    private static String path(String url) {
        return Optional.ofNullable(URI.create(url).getRawPath()).orElse("");
    }

    /** What a file is called in each release. */
    private static String plain(String file) {
        FileName name = FileName.of(path(file));
        return name.folder() + name.plain() + "." + name.extension();
    }
}
