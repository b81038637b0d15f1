package dev.smokerunner.check.tag;

import dev.smokerunner.check.web.MediaTypes;
import dev.smokerunner.check.web.PageCode;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.observation.PageObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds tags that a browser does not understand because a word of them is misspelt: name, type, relation, attribute. */
final class MisspeltTags {
    private static final Pattern SCRIPT_FILE = Pattern.compile("\\.m?js([?#].*)?$", Pattern.DOTALL);
    private static final Pattern STYLE_FILE = Pattern.compile("\\.css([?#].*)?$", Pattern.DOTALL);
    private static final Pattern ANY_FILE = Pattern.compile("\\.(css|m?js|json|png|svg|ico|woff2?)\\b");
    private static final List<String> CODE_TYPES = List.of("text/javascript", "application/javascript", "module");
    /** What people call code and browsers do not. */
    private static final Set<String> NO_CODE_TYPES =
            Set.of("javascript", "js", "script", "text/js", "text/script", "application/js", "application/script");

    private static final Set<String> SOURCE_ATTRIBUTES =
            Set.of("async", "defer", "crossorigin", "integrity", "nomodule", "data-main");
    private static final Pattern LATER_SOURCE = Pattern.compile("data-.*(src|url|href).*");
    /** A name that runs into the first attribute: no name of a tag has an equals sign or a quote in it. */
    private static final Pattern MERGED_NAME = Pattern.compile(
            "(script|link|style|img|source|picture|iframe|video|form|input|button|select|textarea)"
                    + "[a-z][a-z0-9-]*=.*",
            Pattern.DOTALL);

    private static final int MOST_TYPOS = 2;
    private static final int LONGEST_WORD = 40;

    private MisspeltTags() {}

    /** The misspelt tags. */
    static List<TagTrouble> troubles(PageObservation page, HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        for (HtmlElement element : html.elements()) {
            if (!element.inert()) {
                trouble(element)
                        .filter(trouble -> !isScript(element) || !PageCode.looksUp(page, element))
                        .ifPresent(troubles::add);
            }
        }
        for (Tag tag : html.markup().tags()) {
            misspeltName(tag)
                    .map(what -> TagTrouble.losing(tag.start(), tag.end(), what))
                    .ifPresent(troubles::add);
        }
        return troubles;
    }

    private static boolean isScript(HtmlElement element) {
        return element.name().equals("script");
    }

    private static Optional<TagTrouble> trouble(HtmlElement element) {
        int start = element.startTag().start();
        int end = element.startTag().end();
        return switch (element.name()) {
            case "script" ->
                sourceGone(element).or(() -> misspeltType(element)).map(what -> TagTrouble.losing(start, end, what));
            case "link" -> relation(element).map(what -> TagTrouble.of(start, end, what));
            default -> Optional.empty();
        };
    }

    private static Optional<TagFlaw> misspeltName(Tag tag) {
        Matcher merged = MERGED_NAME.matcher(tag.name());
        if (merged.matches()) {
            return Optional.of(new TagFlaw(
                    TagKinds.NAME_MISSPELT,
                    "is no tag that browsers know: the blank behind " + merged.group(1) + " is gone"));
        }
        boolean isScript = names(tag, "src", SCRIPT_FILE) && isTypo(tag.name(), "script");
        boolean isLink = names(tag, "href", STYLE_FILE) && isTypo(tag.name(), "link");
        return isScript || isLink
                ? Optional.of(new TagFlaw(
                        TagKinds.NAME_MISSPELT,
                        "is no tag that browsers know: " + (isScript ? "script" : "link")
                                + " is meant, and it loads nothing"))
                : Optional.empty();
    }

    private static boolean names(Tag tag, String attribute, Pattern file) {
        return tag.attributes().stream()
                .filter(one -> one.name().equalsIgnoreCase(attribute))
                .map(RawAttribute::value)
                .anyMatch(value -> file.matcher(value).find());
    }

    private static Optional<TagFlaw> sourceGone(HtmlElement script) {
        boolean isBare = Scripts.isCode(script)
                && script.closed()
                // Only within SVG a script may close itself, and there its file is in href.
                && !script.tag().endsWith("/>")
                && script.attribute("src").isEmpty()
                && script.text().isBlank();
        if (!isBare) {
            return Optional.empty();
        }
        Optional<TagFlaw> misspelt = script.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().equals("href") || isTypo(entry.getKey(), "src"))
                .filter(entry -> SCRIPT_FILE.matcher(entry.getValue()).find())
                .map(entry -> new TagFlaw(
                        TagKinds.SOURCE_MISSPELT,
                        "names its file in " + entry.getKey() + ": src is meant, and it loads nothing"))
                .findFirst();
        Set<String> names = script.attributes().keySet();
        // Loaders and consent banners keep the source elsewhere until it is wanted.
        boolean isLater =
                names.stream().anyMatch(name -> LATER_SOURCE.matcher(name).matches());
        boolean hadSource = !isLater && names.stream().anyMatch(SOURCE_ATTRIBUTES::contains);
        return misspelt.or(() -> hadSource
                ? Optional.of(new TagFlaw(TagKinds.SOURCE_GONE, "has neither a src nor code: its src is gone"))
                : Optional.empty());
    }

    private static Optional<TagFlaw> misspeltType(HtmlElement script) {
        String type = Scripts.type(script);
        boolean isEmpty = script.attribute("src").isEmpty() && script.text().isBlank();
        if (isEmpty || Scripts.isCode(script) || type.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        String essence = type.split(";", 2)[0].strip();
        boolean isAlmost = NO_CODE_TYPES.contains(type)
                || MediaTypes.isJavaScript(essence)
                || CODE_TYPES.stream().anyMatch(code -> isTypo(type, code));
        String meant = isTypo(type, "module") ? "module" : "text/javascript";
        return isAlmost
                ? Optional.of(new TagFlaw(
                        TagKinds.TYPE_MISSPELT,
                        "has the type \"" + type + "\", which browsers do not run; \"" + meant + "\" is meant"))
                : Optional.empty();
    }

    private static Optional<TagFlaw> relation(HtmlElement link) {
        String relation = link.attribute("rel").orElse("");
        boolean hasAddress = link.attributes().keySet().stream().anyMatch(name -> name.endsWith("href"));
        if (hasAddress) {
            return misspeltRelation(link, relation.strip().toLowerCase(Locale.ROOT));
        }
        if (ANY_FILE.matcher(relation).find()) {
            return Optional.of(new TagFlaw(
                    TagKinds.ATTRIBUTES_MERGED,
                    "has a file name for its rel and no href: two attributes were merged, and it loads nothing"));
        }
        return Scripts.relations(link).contains("stylesheet")
                ? Optional.of(new TagFlaw(TagKinds.HREF_GONE, "is a style sheet link without href, and loads nothing"))
                : Optional.empty();
    }

    private static Optional<TagFlaw> misspeltRelation(HtmlElement link, String relation) {
        boolean isStyle = STYLE_FILE.matcher(link.attribute("href").orElse("")).find();
        if (!isStyle) {
            return Optional.empty();
        }
        if (isTypo(relation, "stylesheet")) {
            return Optional.of(new TagFlaw(
                    TagKinds.REL_MISSPELT,
                    "has the rel \"" + relation + "\", which browsers do not know; \"stylesheet\" is meant"));
        }
        Optional<String> misspelt = link.attributes().entrySet().stream()
                .filter(entry -> relation.isEmpty() && entry.getValue().strip().equalsIgnoreCase("stylesheet"))
                .map(Map.Entry::getKey)
                .filter(name -> isTypo(name, "rel"))
                .findFirst();
        if (misspelt.isPresent()) {
            return misspelt.map(name -> new TagFlaw(
                    TagKinds.REL_MISSPELT, "names its relation in " + name + ": rel is meant, and it loads nothing"));
        }
        boolean isCss = link.attribute("type").orElse("").equals("text/css");
        return relation.isEmpty() && isCss && link.attribute("itemprop").isEmpty()
                ? Optional.of(
                        new TagFlaw(TagKinds.REL_GONE, "is a link to a style sheet without rel, and loads nothing"))
                : Optional.empty();
    }

    /** Whether a word is another one with a typing error; short words are close to too many others. */
    private static boolean isTypo(String word, String meant) {
        if (word.length() > LONGEST_WORD || word.equals(meant) || word.contains("-")) {
            return false;
        }
        boolean isSwapped = word.length() == meant.length() && sorted(word).equals(sorted(meant));
        int most = meant.length() > 6 ? MOST_TYPOS : 1;
        return isSwapped || LevenshteinDistance.getDefaultInstance().apply(word, meant) <= most;
    }

    private static List<Integer> sorted(String word) {
        return word.chars().sorted().boxed().toList();
    }
}
