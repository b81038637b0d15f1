package dev.smokerunner.check.tag;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.check.wording.Locations;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.RawAttribute;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tags that lost a part of themselves, and so take what follows for their own, or are dropped with it.
 *
 * <p>This is what a build step leaves behind that rewrites a line too greedily. The browser is silent about it: no request
 * fails and nothing is logged.
 */
final class MangledTags {
    private static final Pattern LOADING_TAG = Pattern.compile("<(script|link)\\b", Pattern.CASE_INSENSITIVE);
    /** A quote that should have opened a value closed another one. */
    private static final Pattern ENDS_IN_ATTRIBUTE = Pattern.compile("[\\w:-]\\s*=\\s*$");

    /** No digest: some end in an equals sign, and there may be several, with blanks before them. */
    private static final Pattern NEXT_ATTRIBUTE = Pattern.compile("\\s(?!sha(?:256|384|512)-)[\\w:-]+\\s*=\\s*$");

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!]");
    private static final Pattern PAGE_TAG =
            Pattern.compile("</?(script|head|body|html|link|meta|title)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_ONLY_TAG =
            Pattern.compile("</?(head|body|html|meta)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("src|href|data-main", Pattern.CASE_INSENSITIVE);
    /** What belongs around a value or before it. */
    private static final Pattern IN_NO_NAME = Pattern.compile("[\"'=]");

    /** A tag that visitors miss, where the one before it has no {@code >} and browsers take its name for an attribute's. */
    private static final Pattern TAKEN_TAG = Pattern.compile(
            "<(img|picture|iframe|video|audio|source|input|button|select|textarea|form|a|object|embed)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FREE_TEXT = Pattern.compile("on\\w+|srcdoc|style|title|content|media");
    private static final int MOST_SWALLOWED = 5;
    private static final int MOST_TAKING = 20;

    private final HtmlDocument html;

    MangledTags(HtmlDocument html) {
        this.html = html;
    }

    /** The mangled tags in source order. */
    List<TagTrouble> troubles() {
        List<TagTrouble> troubles = new ArrayList<>();
        for (Tag tag : html.markup().tags()) {
            (tag.isEnded() ? swallowing(tag) : neverEnding(tag)).ifPresent(troubles::add);
        }
        neverEndingComment().ifPresent(troubles::add);
        html.markup().tags().stream()
                .filter(Tag::isEnded)
                .flatMap(tag -> taking(tag).stream())
                .limit(MOST_TAKING)
                .forEach(troubles::add);
        return troubles;
    }

    private Optional<TagTrouble> neverEnding(Tag tag) {
        String text = html.source().substring(tag.start());
        // The parser's word decides that it was dropped; a document that was cut ends in the middle of something.
        if (html.cut() || html.dropped().isEmpty() || !LOADING_TAG.matcher(text).find()) {
            return Optional.empty();
        }
        String why = tag.openAttribute()
                .map(attribute -> "the quote opened at " + Format.line(attribute.opening(), 40) + " is never closed")
                .orElse("its \">\" is missing");
        return Optional.of(TagTrouble.losing(
                tag.start(),
                tag.end(),
                TagKinds.UNFINISHED,
                "is never finished: " + why + ", so the browser reads to the end of the file and drops the tag",
                swallowed(text.substring(1))));
    }

    private Optional<TagTrouble> neverEndingComment() {
        return html.markup()
                .openComment()
                .filter(comment -> !html.cut() && html.dropped().isPresent())
                .flatMap(comment -> {
                    List<String> swallowed = swallowed(html.source().substring(comment.start()));
                    return swallowed.isEmpty()
                            ? Optional.empty()
                            : Optional.of(TagTrouble.losing(
                                    comment.start(),
                                    comment.end(),
                                    TagKinds.COMMENT_OPEN,
                                    "is a comment that never ends, so the browser drops all that follows",
                                    swallowed));
                });
    }

    private Optional<TagTrouble> swallowing(Tag tag) {
        boolean loads = loads(tag);
        for (RawAttribute attribute : tag.attributes()) {
            if (loads ? hasSwallowed(attribute) : hasSwallowedTag(attribute)) {
                return Optional.of(swallowing(tag, attribute));
            }
        }
        return loads && tag.attributes().stream().anyMatch(MangledTags::isNoName)
                ? Optional.of(TagTrouble.losing(
                        tag.start(),
                        tag.end(),
                        TagKinds.QUOTES_MIXED,
                        "has its quotes in the wrong places, so that its attributes are mixed up"))
                : Optional.empty();
    }

    private static Optional<TagTrouble> taking(Tag tag) {
        return tag.attributes().stream()
                .map(RawAttribute::name)
                .filter(name -> TAKEN_TAG.matcher(name).matches())
                .findFirst()
                .map(name -> TagTrouble.of(
                        tag.start(),
                        tag.end(),
                        TagKinds.UNFINISHED,
                        "is not finished: its \">\" is missing, so the browser takes the " + name
                                + "> tag behind it for its attributes",
                        Severity.SEV3));
    }

    private TagTrouble swallowing(Tag tag, RawAttribute attribute) {
        boolean losesSource = tag.name().equals("script")
                && tag.attributes().stream().noneMatch(a -> a.name().equalsIgnoreCase("src"));
        String loss = losesSource ? ", and the tag has no src" : "";
        int line = Locations.line(html, attribute.end());
        String what = "swallows what follows it: the quote opened at " + Format.line(attribute.opening(), 40)
                + " is closed only by the next one, in line " + line
                + ", so the browser takes all between for the value" + loss;
        List<String> swallowed = swallowed(attribute.value());
        return swallowed.isEmpty() && !loads(tag)
                ? TagTrouble.of(tag.start(), tag.end(), TagKinds.QUOTE_OPEN, what, Severity.SEV3)
                : TagTrouble.losing(tag.start(), tag.end(), TagKinds.QUOTE_OPEN, what, swallowed);
    }

    private static boolean loads(Tag tag) {
        return tag.name().equals("script") || tag.name().equals("link");
    }

    /** Whether an attribute of a script or link holds what cannot be its value. */
    private boolean hasSwallowed(RawAttribute attribute) {
        if (attribute.value().startsWith("data:")) {
            // A picture that is written down as it is, which may be an SVG with any tag of its own.
            return PAGE_ONLY_TAG.matcher(attribute.value()).find();
        }
        return !attribute.quote().isEmpty()
                && !mayHoldAnything(attribute)
                && (holdsTag(attribute) && !closesProperly(attribute) || holdsNextAttribute(attribute.value()));
    }

    /**
     * Whether the quote that closes a value was meant to: a quote that opened another value stands behind an equals sign,
     * and its own text follows it. An address may hold angle brackets, which browsers take for a part of it.
     */
    private boolean closesProperly(RawAttribute attribute) {
        boolean opensAnother = ENDS_IN_ATTRIBUTE.matcher(attribute.value()).find();
        return !opensAnother && isEndedBehind(attribute);
    }

    /** Whether what follows a value's quote may follow one: a blank, or the end of the tag. */
    private boolean isEndedBehind(RawAttribute attribute) {
        char next = attribute.end() < html.source().length() ? html.source().charAt(attribute.end()) : '>';
        return Character.isWhitespace(next) || next == '>' || next == '/';
    }

    private static boolean mayHoldAnything(RawAttribute attribute) {
        String value = attribute.value();
        return FREE_TEXT.matcher(attribute.name()).matches() || value.startsWith("{") || value.startsWith("[");
    }

    private static boolean holdsTag(RawAttribute attribute) {
        String value = attribute.value();
        boolean isAddress = ADDRESS.matcher(attribute.name()).matches();
        return isAddress && TAG.matcher(value).find()
                || value.contains(">") && value.contains("\n")
                || PAGE_TAG.matcher(value).find();
    }

    private static boolean holdsNextAttribute(String value) {
        return NEXT_ATTRIBUTE.matcher(value).find();
    }

    /** Whether an attribute of any other tag took one in: a complete one may be meant, e.g. as a template. */
    private boolean hasSwallowedTag(RawAttribute attribute) {
        return !attribute.quote().isEmpty()
                && ENDS_IN_ATTRIBUTE.matcher(attribute.value()).find()
                && (LOADING_TAG.matcher(attribute.value()).find()
                        || !mayHoldAnything(attribute)
                                && !isEndedBehind(attribute)
                                && TAG.matcher(attribute.value()).find());
    }

    /** Whether the name is a piece of a value; a lone quote too many harms nothing. */
    private static boolean isNoName(RawAttribute attribute) {
        String name = attribute.name();
        String bare = IN_NO_NAME.matcher(name).replaceAll("");
        boolean isQuoted = name.length() > 2 && name.charAt(0) == name.charAt(name.length() - 1);
        return name.contains("<") || !bare.isEmpty() && !bare.equals(name) && !isQuoted;
    }

    static List<String> swallowed(String text) {
        List<String> tags = new ArrayList<>();
        Matcher tag = LOADING_TAG.matcher(text);
        while (tag.find() && tags.size() < MOST_SWALLOWED) {
            int end = text.indexOf('>', tag.start());
            tags.add("it takes with it: "
                    + Format.line(text.substring(tag.start(), end < 0 ? text.length() : end + 1), 160));
        }
        return tags;
    }
}
