package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.Errors;
import dev.smokerunner.check.web.Requests;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.check.web.Urls;
import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.BrowserRequest;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.observation.PageObservation;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.result.Severity;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds tags that have an attribute twice, as two tags have that were merged into one.
 *
 * <p>Browsers take the first and drop the others without a word: what only these name is never loaded. The same value
 * twice loses nothing.
 */
final class RepeatedAttributes {
    private static final Set<String> ADDRESSES = Set.of("src", "href", "xlink:href", "srcset", "data-main", "poster");
    private static final Set<String> READERS = Set.of("type", "integrity", "crossorigin");
    private static final int LONGEST_VALUE = 100;

    private final PageObservation page;
    private final HtmlDocument html;
    private final Set<URI> loaded = new HashSet<>();

    private RepeatedAttributes(PageObservation page, HtmlDocument html) {
        this.page = page;
        this.html = html;
    }

    /** The tags that drop a value, in source order. */
    static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        RepeatedAttributes repeated = new RepeatedAttributes(page, html);
        List<TagTrouble> troubles = new ArrayList<>();
        for (Tag tag : html.markup().tags()) {
            List<Lost> lost = lost(tag);
            if (!lost.isEmpty()) {
                html.elementAt(tag.start())
                        .filter(element -> !element.inert())
                        .flatMap(element -> repeated.trouble(tag, element, lost))
                        .ifPresent(troubles::add);
            }
        }
        return troubles;
    }

    /** The values that a tag drops, where they differ from the one that it keeps. */
    private static List<Lost> lost(Tag tag) {
        Map<String, String> kept = new HashMap<>();
        List<Lost> lost = new ArrayList<>();
        for (RawAttribute attribute : tag.attributes()) {
            String name = attribute.name().toLowerCase(Locale.ROOT);
            String value = attribute.value().strip();
            String first = kept.putIfAbsent(name, value);
            if (first != null && !first.equals(value) && !value.isEmpty()) {
                lost.add(new Lost(name, first, value));
            }
        }
        return lost;
    }

    private Optional<TagTrouble> trouble(Tag tag, HtmlElement element, List<Lost> lost) {
        return lost.stream()
                .flatMap(one -> impact(element, one).map(impact -> trouble(tag, element, one, impact)).stream())
                // The tag is told once, by the worst that it drops.
                .reduce((one, other) -> one.impact().isAtLeast(other.impact()) ? one : other);
    }

    private TagTrouble trouble(Tag tag, HtmlElement element, Lost lost, Severity impact) {
        String loss = isNeeded(impact) && ADDRESSES.contains(lost.name()) ? ", which nothing else loads" : "";
        String what = "has two " + lost.name() + " attributes: browsers take the first, " + quoted(lost.kept())
                + ", and drop " + quoted(lost.dropped()) + loss;
        boolean losesScript = element.name().equals("script") && isNeeded(impact);
        return losesScript
                ? TagTrouble.losing(tag.start(), tag.end(), TagKinds.ATTRIBUTE_TWICE, what)
                        .withImpact(impact)
                : TagTrouble.of(tag.start(), tag.end(), TagKinds.ATTRIBUTE_TWICE, what, impact);
    }

    /** How bad it is that a value is dropped; nothing where nobody would notice either way. */
    private Optional<Severity> impact(HtmlElement element, Lost lost) {
        if (ADDRESSES.contains(lost.name())) {
            return isSame(lost) || isData(element)
                    ? Optional.empty()
                    : Optional.of(isLoadedElsewhere(lost.dropped()) ? Severity.SEV4 : impact(element));
        }
        if (READERS.contains(lost.name())) {
            return Optional.of(lost.isCodeLost() || fails(element) ? Severity.SEV2 : Severity.SEV4);
        }
        return losesStyle(element, lost) ? Optional.of(Severity.SEV2) : Optional.empty();
    }

    /** Whether a link is no style sheet as it is, and would be one by the value that it drops. */
    private static boolean losesStyle(HtmlElement element, Lost lost) {
        return lost.name().equals("rel")
                && element.name().equals("link")
                && !Scripts.relations(element).contains("stylesheet")
                && lost.dropped().toLowerCase(Locale.ROOT).contains("stylesheet");
    }

    private static Severity impact(HtmlElement element) {
        return switch (element.name()) {
            case "script" -> Severity.SEV2;
            case "link" -> Scripts.relations(element).contains("stylesheet") ? Severity.SEV2 : Severity.SEV4;
            default -> Severity.SEV3;
        };
    }

    private boolean isLoadedElsewhere(String address) {
        if (loaded.isEmpty()) {
            page.references().stream()
                    .flatMap((Reference reference) -> reference.url().stream())
                    .forEach(loaded::add);
            Requests.of(page).stream().map(BrowserRequest::url).forEach(loaded::add);
        }
        return resolved(address).filter(loaded::contains).isPresent();
    }

    private boolean isSame(Lost lost) {
        return resolved(lost.kept()).isPresent() && resolved(lost.kept()).equals(resolved(lost.dropped()));
    }

    private Optional<URI> resolved(String address) {
        return Urls.resolved(html.base(), address.replace("&amp;", "&"));
    }

    /** Whether the file that the tag does name came, and the browser could not use it as it was told to. */
    private boolean fails(HtmlElement element) {
        return page.references().stream()
                .filter(reference -> Locations.element(page, reference)
                        .filter(element::equals)
                        .isPresent())
                .flatMap((Reference reference) -> reference.url().stream())
                .anyMatch(url -> page.requestsFor(url).stream().anyMatch(Requests::hasFailed)
                        || !Errors.parseErrors(page, url).isEmpty());
    }

    /** A block of data may carry what it likes. */
    private static boolean isData(HtmlElement element) {
        return element.name().equals("script") && !Scripts.isCode(element);
    }

    private static boolean isNeeded(Severity impact) {
        return impact.isAtLeast(Severity.SEV3);
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "an empty one" : Format.line(value, LONGEST_VALUE);
    }

    /**
     * A value that a tag drops.
     *
     * @param name the attribute's name, in lower case
     * @param kept the value that browsers take
     * @param dropped the other one
     */
    private record Lost(String name, String kept, String dropped) {
        /** Whether the tag is not run for the type that it keeps, and would be for the other. */
        boolean isCodeLost() {
            return name.equals("type") && !Scripts.isCodeType(kept) && Scripts.isCodeType(dropped);
        }
    }
}
