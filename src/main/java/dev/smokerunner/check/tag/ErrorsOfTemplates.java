package dev.smokerunner.check.tag;

import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.result.Severity;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds messages that an engine of templates writes into the page where it fails, and that visitors read in place of what
 * belongs there.
 *
 * <p>They are plain text, which an article about them has as well. So it counts only where the message begins a text, and
 * where the title of the page does not speak of the engine.
 */
final class ErrorsOfTemplates {
    /**
     * The forms that do not change: of Liquid (lib/liquid/errors.rb, message_prefix: the name of the template and the line),
     * of FreeMarker (freemarker.template.TemplateException, both modes that write into the page) and of server-side includes
     * (the default of SSIErrorMsg in Apache's mod_include, and of nginx).
     */
    private static final Pattern MESSAGE =
            Pattern.compile(">\\s*((Liquid)(?: syntax)? error \\([^()<>]{0,200}line \\d+\\): [^<]{0,300}"
                    + "|(FreeMarker) template error \\((?:HTML_)?DEBUG mode[^<]{0,300}"
                    + "|\\[an error occurred while processing this (directive)\\])");

    private static final Pattern TITLE = Pattern.compile("<title\\b[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);

    private ErrorsOfTemplates() {}

    /**
     * The first of them.
     *
     * @param html the page
     * @param isShown whether source is shown to people at an offset, or stands there as code
     */
    static Optional<TagTrouble> of(HtmlDocument html, IntPredicate isShown) {
        String title = TITLE.matcher(html.source())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
        return MESSAGE.matcher(html.source())
                .results()
                .filter(found -> !title.contains(engine(found))
                        && !isShown.test(found.start(1))
                        && !isInComment(html.source(), found.start(1)))
                .findFirst()
                .map(found -> TagTrouble.of(
                                found.start(1),
                                found.end(1),
                                TagKinds.SERVER_ERROR,
                                "is the message of an error in a template, which visitors read: what should come there is"
                                        + " not on the page",
                                Severity.SEV3)
                        .withHint("look at the template that the message names, and at what it includes"));
    }

    private static boolean isInComment(String source, int offset) {
        return source.lastIndexOf("<!--", offset) > source.lastIndexOf("-->", offset);
    }

    /** What a title of a page about such messages has in it. */
    private static String engine(MatchResult found) {
        return Optional.ofNullable(found.group(2))
                .or(() -> Optional.ofNullable(found.group(3)))
                .orElse("directive");
    }
}
