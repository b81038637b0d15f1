package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.Markup.Tag;
import dev.smokerunner.result.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what belongs into the source of a page and not into the page: conflicts, includes, unfilled forms. */
final class SourceLeftovers {
    private static final Pattern CONFLICT = Pattern.compile("^<<<<<<< [^\\n]*$", Pattern.MULTILINE);
    private static final Pattern CONFLICT_END = Pattern.compile("^>>>>>>> ", Pattern.MULTILINE);
    private static final Pattern INCLUDE = Pattern.compile("<!--#(include|exec|echo)\\s[^>]*-->");
    /** gulp-file-include 2.3 and grunt-include-replace 5.0, which carry includes out where a page is built. */
    private static final Pattern BUILD_INCLUDE =
            Pattern.compile("@@include\\(\\s*[\"'][^\"'\\n]{1,200}[\"'][^)\\n]{0,300}\\)");
    /** What stands before the text of a file for site generators, between lines of three hyphens: keys and values of YAML. */
    private static final Pattern FRONT_MATTER = Pattern.compile(
            "[\\s\\ufeff]*---[ \\t]*\\R(?:\\w[\\w.-]{0,60}:.{0,500}\\R|[ \\t#-].{0,500}\\R){1,60}---[ \\t]*\\R");

    private static final Pattern PHP = Pattern.compile("<\\?(?:php\\b|=)[^>\\n]{0,100}");
    private static final Pattern TEMPLATE = Pattern.compile("<%|<\\?php|<\\?=|\\{%");

    /** How PHP writes an error into a page (display_errors with html_errors). */
    private static final Pattern ERROR_OF_PHP =
            Pattern.compile("<b>(Fatal error|Parse error|Warning|Notice|Deprecated)</b>:\\s[^\\n]{1,1000}"
                    + "(?:\\n[^\\n]{0,1000}){0,30}?in <b>[^<]{1,300}</b> on line <b>\\d+</b>");

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
        frontMatter(html).ifPresent(troubles::add);
        serverInclude(html).ifPresent(troubles::add);
        edgeInclude(html).ifPresent(troubles::add);
        buildInclude(html).ifPresent(troubles::add);
        serverCode(html).ifPresent(troubles::add);
        serverError(html)
                .or(() -> ErrorsOfTemplates.of(html, offset -> isShown(html, offset)))
                .ifPresent(troubles::add);
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

    private static Optional<TagTrouble> frontMatter(HtmlDocument html) {
        Matcher head = FRONT_MATTER.matcher(html.source());
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        String what =
                "is the front matter of a source file, which visitors read above the page: no generator made the page"
                        + " of it";
        return Optional.of(
                TagTrouble.of(html.source().indexOf("---"), head.end(), TagKinds.FRONT_MATTER, what, Severity.SEV3)
                        .withHint(
                                "upload what the generator builds; one that copies a file as it is did not take its head for front"
                                        + " matter: it must begin with the first byte, without a byte order mark"));
    }

    private static Optional<TagTrouble> serverInclude(HtmlDocument html) {
        Matcher include = INCLUDE.matcher(html.source());
        if (!include.find() || isShown(html, include.start())) {
            return Optional.empty();
        }
        // The others write a date or the like.
        Severity impact = include.group(1).equals("include") ? Severity.SEV3 : Severity.SEV4;
        String what = "is a server-side include that no server carried out: what belongs there is not on the page";
        return Optional.of(TagTrouble.of(include.start(), include.end(), TagKinds.INCLUDE, what, impact)
                .withHint("turn on includes for this address at the server, or carry them out in the build"));
    }

    private static Optional<TagTrouble> edgeInclude(HtmlDocument html) {
        String what =
                "is an include for the edge (ESI) that nothing on the way carried out: what belongs there is not on the"
                        + " page";
        return html.markup().tags().stream()
                .filter(tag -> tag.name().equals("esi:include") && !isShown(html, tag.start()))
                .findFirst()
                .map(tag -> TagTrouble.of(tag.start(), tag.end(), TagKinds.INCLUDE, what, Severity.SEV3)
                        .withHint("let the CDN process ESI for this address: Varnish by do_esi, others by a setting"));
    }

    private static Optional<TagTrouble> buildInclude(HtmlDocument html) {
        Matcher include = BUILD_INCLUDE.matcher(html.source());
        String what = "is an include that the build did not carry out: what belongs there is not on the page";
        return include.find() && !isShown(html, include.start())
                ? Optional.of(TagTrouble.of(include.start(), include.end(), TagKinds.INCLUDE, what, Severity.SEV3)
                        .withHint("upload what the step for includes writes, or let that step read this file"))
                : Optional.empty();
    }

    private static Optional<TagTrouble> serverCode(HtmlDocument html) {
        Matcher code = PHP.matcher(html.source());
        String what = "is code for the server, which did not run it: what it writes is not on the page";
        return code.find() && !isShown(html, code.start()) && !isInComment(html, code.start())
                ? Optional.of(TagTrouble.of(code.start(), code.end(), TagKinds.SERVER_CODE, what, Severity.SEV2)
                        .withHint("let the server run PHP for this address, or upload the page that it makes"))
                : Optional.empty();
    }

    private static boolean isInComment(HtmlDocument html, int offset) {
        return html.source().lastIndexOf("<!--", offset) > html.source().lastIndexOf("-->", offset);
    }

    private static Optional<TagTrouble> serverError(HtmlDocument html) {
        Matcher error = ERROR_OF_PHP.matcher(html.source());
        if (!error.find() || isShown(html, error.start())) {
            return Optional.empty();
        }
        boolean isFatal = error.group(1).endsWith("error");
        String what = "begins the message of an error of PHP that visitors read"
                + (isFatal ? ": what should come there is not on the page" : "");
        Severity impact = isFatal ? Severity.SEV2 : Severity.SEV3;
        return Optional.of(TagTrouble.of(error.start(), error.end(), TagKinds.SERVER_ERROR, what, impact)
                .withHint("look at the code that the message names, and switch display_errors off in production"));
    }

    private static boolean isUnfilledForm(Tag tag) {
        return tag.name().equals("form")
                && tag.attributes().stream()
                        .anyMatch(attribute -> attribute.name().equalsIgnoreCase("action")
                                && TEMPLATE.matcher(attribute.value()).find());
    }

    /** Whether it stands where a page shows source to people, in code, or in what a tag says of itself. */
    private static boolean isShown(HtmlDocument html, int offset) {
        boolean isInTag = html.markup().tags().stream().anyMatch(tag -> tag.start() < offset && offset < tag.end());
        return isInTag || HOLDS_SOURCE.stream().anyMatch(name -> isInside(html, name, offset));
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
