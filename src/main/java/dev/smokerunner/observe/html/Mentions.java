package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observation.SourceRange;
import dev.smokerunner.observe.url.UrlBase;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Collects the references of one file. */
final class Mentions {
    /** More references than this are not kept: no page has them, and memory is bounded. */
    static final int MOST = 20_000;

    private static final int LONGEST_EXCERPT = 300;
    private static final int LONGEST_URL = 2_000;

    private final URI file;
    private final UrlBase base;
    private final Predicate<URI> firstParty;
    private final List<Reference> references = new ArrayList<>();

    Mentions(URI file, Predicate<URI> firstParty) {
        this(file, file, firstParty);
    }

    /**
     * Collects for a file with its own base.
     *
     * @param file the file that mentions
     * @param base what is mentioned is relative to this
     * @param firstParty whether a URL belongs to the page's own site
     */
    Mentions(URI file, URI base, Predicate<URI> firstParty) {
        this.file = file;
        this.base = new UrlBase(base);
        this.firstParty = firstParty;
    }

    /**
     * What one place says.
     *
     * @param raw the text
     * @param role what it is for
     * @param origin who says it
     * @param range where
     * @param excerpt the tag or rule
     */
    record Mention(String raw, Role role, Origin origin, Optional<SourceRange> range, String excerpt) {}

    /** Keeps a mention if it asks a browser to fetch something. */
    void add(Mention mention) {
        if (references.size() >= MOST || !UrlResolver.isReference(mention.raw())) {
            return;
        }
        Optional<URI> url = base.resolve(mention.raw());
        references.add(new Reference(
                cut(mention.raw(), LONGEST_URL),
                url,
                mention.role(),
                // Who it was meant for is unknown where it is no URL; the mistake is the page's own.
                url.map(firstParty::test).orElse(true),
                mention.origin(),
                file,
                mention.range(),
                cut(mention.excerpt(), LONGEST_EXCERPT)));
    }

    /** Keeps a mention only if it resolves to the page's own site. */
    void addFirstParty(Mention mention) {
        if (base.resolve(mention.raw()).filter(firstParty).isPresent()) {
            add(mention);
        }
    }

    List<Reference> all() {
        return List.copyOf(references);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
