package dev.smokerunner.init;

import dev.smokerunner.observation.PageOutline;
import dev.smokerunner.observation.PageOutline.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the elements that a page must show: its forms, its main heading, its landmarks, and what has an id that somebody gave.
 * Never by class: most class names are of a style, and many are computed.
 */
final class RequiredElements {
    /** What a person would read through; each further one says less. */
    private static final int MOST_OF_A_KIND = 4;

    private static final int MOST_IDS = 5;

    /** What is left out is shown by a few examples. */
    private static final int EXAMPLES = 3;

    /** A longer heading is a slogan that somebody will edit. */
    private static final int LONGEST_HEADING = 60;

    private static final Set<String> LANDMARKS = Set.of("main", "nav", "header", "footer", "search");
    private static final Set<String> ROLES = Set.of("main", "navigation", "search");

    private final VisitedPage page;
    private final StableName names;
    private final String html;
    private final Map<String, RequiredEntry> taken = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private RequiredElements(VisitedPage page) {
        this.page = page;
        this.names = new StableName(page.ownTexts());
        this.html =
                page.first().html().value().map(document -> document.source()).orElse("");
    }

    static Choice<RequiredEntry> of(VisitedPage page) {
        return new RequiredElements(page).choose();
    }

    private Choice<RequiredEntry> choose() {
        List<Part> parts = lasting();
        take(parts.stream().filter(RequiredElements::isForm).map(this::form));
        heading(parts).ifPresent(entry -> taken.putIfAbsent(entry.css(), entry));
        take(parts.stream().flatMap(part -> landmark(part).stream()));
        takeIds(parts);
        return new Choice<>(List.copyOf(taken.values()), leftOut);
    }

    /** What each visit showed. */
    private List<Part> lasting() {
        List<PageOutline> outlines = page.outlines();
        return outlines.stream()
                .limit(1)
                .flatMap(first -> first.parts().stream())
                .distinct()
                .filter(part ->
                        outlines.stream().allMatch(outline -> outline.parts().contains(part)))
                .toList();
    }

    private void take(Stream<RequiredEntry> entries) {
        List<RequiredEntry> all =
                entries.filter(entry -> !taken.containsKey(entry.css())).toList();
        all.stream().limit(MOST_OF_A_KIND).forEach(entry -> taken.putIfAbsent(entry.css(), entry));
    }

    private static boolean isForm(Part part) {
        return part.tag().equals("form");
    }

    private RequiredEntry form(Part form) {
        if (names.isGiven(form.id())) {
            return new RequiredEntry("form#" + form.id(), "a form" + origin(form.id()));
        }
        if (names.isGiven(form.name())) {
            return new RequiredEntry("form[name=\"" + form.name() + "\"]", "a form");
        }
        return new RequiredEntry("form", "a form without a name that lasts");
    }

    /** The main one; where there is none, any of the next level. */
    private Optional<RequiredEntry> heading(List<Part> parts) {
        return first(parts, "h1").or(() -> first(parts, "h2"));
    }

    private static Optional<RequiredEntry> first(List<Part> parts, String tag) {
        return parts.stream()
                .filter(part -> part.tag().equals(tag))
                .findFirst()
                .map(part -> isLabel(part.text())
                        ? new RequiredEntry(
                                tag, Optional.of(part.text()), "the heading, with what it said in each visit")
                        : new RequiredEntry(tag, "a heading; what it says may change"));
    }

    /** Numbers are of a day, a visitor or a release. */
    private static boolean isLabel(String text) {
        return WritableText.isText(text)
                && text.length() <= LONGEST_HEADING
                && text.chars().noneMatch(Character::isDigit);
    }

    private static Optional<RequiredEntry> landmark(Part part) {
        if (LANDMARKS.contains(part.tag())) {
            return Optional.of(new RequiredEntry(part.tag(), "a landmark of the page"));
        }
        return ROLES.contains(part.role())
                ? Optional.of(new RequiredEntry("[role=" + part.role() + "]", "a landmark of the page"))
                : Optional.empty();
    }

    /** Those first that the page's scripts put in: they are missing when a script is. */
    private void takeIds(List<Part> parts) {
        List<String> ids = parts.stream()
                .filter(part -> !isForm(part))
                .map(Part::id)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        List<String> given = Stream.concat(
                        ids.stream().filter(id -> !isInHtml(id)), ids.stream().filter(this::isInHtml))
                .filter(names::isGiven)
                .toList();
        given.stream()
                .limit(MOST_IDS)
                .forEach(id ->
                        taken.put("#" + id, new RequiredEntry("#" + id, "an id that somebody gave" + origin(id))));
        leaveOut(given.stream().skip(MOST_IDS).toList(), "further ids: add those that matter");
        leaveOut(
                ids.stream().filter(id -> !names.isGiven(id)).toList(),
                "ids that code may have computed: only words that stand in the page's own HTML or scripts are taken");
    }

    private void leaveOut(List<String> ids, String why) {
        ids.stream().limit(EXAMPLES).forEach(id -> leftOut.add(new LeftOut("#" + id, why)));
        if (ids.size() > EXAMPLES) {
            leftOut.add(new LeftOut((ids.size() - EXAMPLES) + " more", why));
        }
    }

    private String origin(String id) {
        return isInHtml(id) ? "" : ", put in by a script: it is missing when the script is";
    }

    private boolean isInHtml(String id) {
        return html.contains("id=\"" + id + "\"") || html.contains("id=" + id) || html.contains("id='" + id + "'");
    }
}
