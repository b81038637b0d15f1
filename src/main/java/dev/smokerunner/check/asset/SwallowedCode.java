package dev.smokerunner.check.asset;

import dev.smokerunner.check.wording.Format;
import dev.smokerunner.detection.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds code that stands behind a source map's comment on the same line, as files have it that were joined without line ends. */
final class SwallowedCode {
    private static final Kind SWALLOWED = Kind.cause("body-code-in-comment");

    /** How a statement may begin: with a sign that no address has there, or with a name and what is done with it. */
    private static final String BEGINNING = "[\\s;!(\"'`+$\\[{]|[A-Za-z_]\\w*[ (.=]|/[/*]";

    /** The comment where code may stand, the name of a map, and behind it code. */
    private static final Pattern COMMENT = Pattern.compile(
            "(?:^|[\\s;})])//[#@]\\s?sourceMappingURL=[\\w./@~-]{1,200}?\\.map(?=" + BEGINNING
                    + ")([^\\n]*[(){}=][^\\n]*)",
            Pattern.MULTILINE);

    private static final int SHOWN = 100;

    private SwallowedCode() {}

    /** What is swallowed, if anything is. */
    static Optional<BodyDamage> of(String script) {
        if (!script.contains("sourceMappingURL=")) {
            return Optional.empty();
        }
        Matcher comment = COMMENT.matcher(script);
        return comment.find()
                ? Optional.of(new BodyDamage(
                        SWALLOWED,
                        "cut short by a comment of its own: browsers take the code behind sourceMappingURL on the same line for a part"
                                + " of the comment, and do not run it",
                        "a line end behind the comment",
                        Format.line(comment.group(1), SHOWN),
                        "files were joined without line ends: let the step that joins them put one behind each file"))
                : Optional.empty();
    }
}
