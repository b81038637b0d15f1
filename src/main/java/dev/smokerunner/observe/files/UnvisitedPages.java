package dev.smokerunner.observe.files;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.UnvisitedPage;
import dev.smokerunner.observation.UnvisitedPage.Claim;
import dev.smokerunner.observation.UnvisitedPage.Missing;
import dev.smokerunner.observe.html.HtmlReader;
import dev.smokerunner.observe.html.HtmlReferences;
import dev.smokerunner.serving.PackedFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the pages of a package that the run does not visit, for what their HTML refers to. */
final class UnvisitedPages {
    /** So many are read in about two seconds; packages with more are documentation that a tool wrote. */
    private static final int MOST_PAGES = 500;

    private static final int MOST_TEXT = 16 << 20;
    private static final String HOST = "package.invalid";
    private static final String INDEX = "index.html";
    /** A page that a server fills in: what it refers to is known only then. */
    private static final Pattern TEMPLATE = Pattern.compile("<\\?php|<%|\\{%|\\{\\{[#/]");
    /** A reference that something fills in. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{|\\$\\{|#\\{|\\[\\[|@@|%[A-Za-z_]{3,}%|__[A-Z_]{3,}__");

    private final PackedFiles files;
    private final Set<String> visited;
    private final Set<String> proxied;
    private final Map<String, List<String>> digests = new HashMap<>();
    private final List<UnvisitedPage> pages = new ArrayList<>();
    private int count;
    private int left;
    private int textLeft = MOST_TEXT;

    /**
     * A reader.
     *
     * @param files the package
     * @param visited the pages that the run visits
     * @param proxied how paths begin that are not served from the package
     */
    UnvisitedPages(PackedFiles files, Set<String> visited, Set<String> proxied) {
        this.files = files;
        this.visited = visited;
        this.proxied = proxied;
    }

    /** Reads one page, if it is to be read. */
    void see(String key, String html) throws IOException {
        if (visited.contains(key)) {
            return;
        }
        if (count == MOST_PAGES || html.length() > textLeft) {
            left++;
            return;
        }
        if (TEMPLATE.matcher(html).find()) {
            return;
        }
        count++;
        textLeft -= html.length();
        UnvisitedPage page = read(key, HtmlReader.read(url(key), html, false));
        if (!page.missing().isEmpty() || !page.claims().isEmpty()) {
            pages.add(page);
        }
    }

    private UnvisitedPage read(String key, HtmlDocument document) throws IOException {
        List<Missing> missing = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Reference reference : HtmlReferences.of(document, url -> HOST.equals(url.getHost()))) {
            Optional<String> named = key(reference);
            if (named.isPresent() && !isThere(named.get())) {
                if (seen.add(named.get())) {
                    missing.add(new Missing(named.get(), reference));
                }
            } else if (named.isPresent()) {
                claims.addAll(claims(document, reference, named.get()));
            }
        }
        return new UnvisitedPage(key, missing, claims);
    }

    /** What was found, in the order in which the pages were read. */
    List<UnvisitedPage> found() {
        return pages;
    }

    /** What was not read. */
    List<String> notes() {
        return left == 0
                ? List.of()
                : List.of(left + " of the package's pages that are not visited were not read for what they refer to:"
                        + " the first " + count + " were");
    }

    private static URI url(String key) {
        try {
            return URI.create(new URI("http", HOST, "/" + key, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("every key makes a path: " + key, e);
        }
    }

    /** The key that a reference asks for; absent where it asks elsewhere. */
    private Optional<String> key(Reference reference) {
        return reference
                .url()
                .filter(url -> reference.firstParty())
                .filter(url -> !PLACEHOLDER.matcher(reference.raw()).find())
                .map(url -> Optional.ofNullable(url.getPath()).orElse("/"))
                .filter(path -> proxied.stream().noneMatch(path::startsWith))
                .map(path -> path.replaceFirst("^/+", ""))
                .map(key -> key.isEmpty() || key.endsWith("/") ? key + INDEX : key);
    }

    private boolean isThere(String key) {
        return files.has(key) || files.has(key + "/" + INDEX);
    }

    private List<Claim> claims(HtmlDocument document, Reference reference, String key) throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (HtmlElement element : document.elements()) {
            boolean isOne = reference.range().filter(element.startTag()::equals).isPresent()
                    && (element.name().equals("script") || element.name().equals("link"));
            Optional<String> integrity =
                    element.attribute("integrity").filter(said -> isOne && !said.isBlank() && files.has(key));
            if (integrity.isPresent()) {
                claims.add(new Claim(key, reference, integrity.get(), digests(key)));
            }
        }
        return claims;
    }

    private List<String> digests(String key) throws IOException {
        List<String> known = digests.get(key);
        List<String> made = known == null ? FileDigests.of(files, key) : known;
        digests.put(key, made);
        return made;
    }
}
