package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what belongs into the source of a page and not into the page: conflicts, includes, unfilled forms. */
final class SourceLeftovers {
    private static final Pattern CONFLICT = Pattern.compile("^<<<<<<< [^\\n]*$", Pattern.MULTILINE);
    private static final Pattern CONFLICT_END = Pattern.compile("^>>>>>>> ", Pattern.MULTILINE);
    private static final Pattern INCLUDE = Pattern.compile("<!--#(include|exec|echo)\\s[^>]*-->");
    private static final Pattern TEMPLATE = Pattern.compile("<%|<\\?php|<\\?=|\\{%");

    /** The elements in which a page shows source to people, and those whose content is code or waits for code. */
    private static final List<String> HOLDS_SOURCE =
            List.of("pre", "code", "textarea", "script", "style", "template", "xmp");

    private SourceLeftovers() {}

    /** The leftovers. */
    static List<TagTrouble> troubles(HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        String source = html.source();
        Matcher conflict = CONFLICT.matcher(source);
        if (conflict.find() && CONFLICT_END.matcher(source).find() && !isShown(html, conflict.start())) {
            troubles.add(TagTrouble.of(
                    conflict.start(),
                    conflict.end(),
                    TagKinds.MERGE_MARK,
                    "is the mark of a merge conflict that nobody resolved: the page holds both sides",
                    Severity.SEV2));
        }
        Matcher include = INCLUDE.matcher(source);
        if (include.find() && !isShown(html, include.start())) {
            troubles.add(TagTrouble.of(
                    include.start(),
                    include.end(),
                    TagKinds.INCLUDE,
                    "is a server-side include that no server carried out",
                    Severity.SEV4));
        }
        html.markup().tags().stream()
                .filter(SourceLeftovers::isUnfilledForm)
                .map(tag -> TagTrouble.of(
                        tag.start(),
                        tag.end(),
                        TagKinds.FORM_PLACEHOLDER,
                        "has a placeholder in its action that was never filled in",
                        Severity.SEV3))
                .forEach(troubles::add);
        return troubles;
    }

    private static boolean isUnfilledForm(Tag tag) {
        return tag.name().equals("form")
                && tag.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equalsIgnoreCase("action")
                                && TEMPLATE.matcher(attribute.value()).find());
    }

    /** Whether it stands where a page shows source to people, or in code. */
    private static boolean isShown(HtmlDocument html, int offset) {
        return HOLDS_SOURCE.stream().anyMatch(name -> isInside(html, name, offset));
    }

    private static boolean isInside(HtmlDocument html, String name, int offset) {
        return html.markup().tags().stream()
                .filter(tag -> tag.name().equals(name) && tag.end() <= offset)
                .reduce((earlier, later) -> later)
                .filter(tag -> !Pattern.compile("</" + name + "(?=[\\s/>])", Pattern.CASE_INSENSITIVE)
                        .matcher(html.source())
                        .region(tag.end(), offset)
                        .find())
                .isPresent();
    }
}
