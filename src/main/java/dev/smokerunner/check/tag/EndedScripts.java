package dev.smokerunner.check.tag;

import dev.smokerunner.check.text.JsonEnd;
import dev.smokerunner.check.web.Scripts;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds inline scripts and blocks of JSON that a {@code </script>} within a text of theirs ends.
 *
 * <p>An HTML parser knows no strings of the language within: the first end tag ends the script (HTML Standard, 4.12.1.3). What
 * should have been its rest is text of the page, up to the end tag that was meant.
 */
final class EndedScripts {
    private static final Pattern NEXT_TAG = Pattern.compile("<(/?)script(?=[\\s/>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern JSON_TYPE = Pattern.compile("(.*[/+])?json|importmap|speculationrules");
    private static final String HINT =
            "write <\\/script> within strings, and < as \\u003c in JSON that a server puts into a page";

    /** Behind what a regular expression may begin, and no division: what may hold quotes that open nothing. */
    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%<>~^";

    private EndedScripts() {}

    static List<TagTrouble> troubles(HtmlDocument html) {
        List<TagTrouble> troubles = new ArrayList<>();
        for (HtmlElement script : html.scripts()) {
            int end = script.startTag().end() + script.text().length();
            if (script.closed() && isEndedEarly(script) && hasItsEndTagBehind(html.source(), end)) {
                troubles.add(TagTrouble.losing(
                                script.startTag().start(),
                                script.startTag().end(),
                                TagKinds.ENDED_BY_TEXT,
                                "is ended by the </script> within a text of its own: what stands behind that is text of"
                                        + " the page, and the script is cut there")
                        .withHint(HINT));
            }
        }
        return troubles;
    }

    private static boolean isEndedEarly(HtmlElement script) {
        String text = script.text();
        if (script.attribute("src").isPresent() || text.isBlank()) {
            return false;
        }
        return JSON_TYPE.matcher(Scripts.type(script)).matches()
                ? JsonEnd.of(text).isPresent()
                : Scripts.isCode(script) && endsInString(text);
    }

    /** Whether an end tag comes behind it that no script begins for. */
    private static boolean hasItsEndTagBehind(String source, int end) {
        int behind = Math.min(end + "</script".length(), source.length());
        Matcher next = NEXT_TAG.matcher(source).region(behind, source.length());
        return next.find() && next.group(1).equals("/");
    }

    /** Whether a text of code ends within a string: one of a line in its last line, or a template that is open. */
    private static boolean endsInString(String code) {
        Optional<Character> open = Optional.empty();
        char before = ';';
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (open.isPresent()) {
                if (c == '\\') {
                    at++;
                } else if (c == open.get() || c == '\n' && open.get() != '`') {
                    open = Optional.empty();
                    before = ')';
                }
            } else if (c == '/') {
                at = behindSlash(code, at, before);
                before = ')';
            } else if ("\"'`".indexOf(c) >= 0) {
                open = Optional.of(c);
            } else if (!Character.isWhitespace(c)) {
                before = c;
            }
        }
        return open.isPresent();
    }

    /** The last place of a comment or a regular expression that begins at a slash; the slash itself for a division. */
    private static int behindSlash(String code, int slash, char before) {
        if (code.startsWith("//", slash)) {
            return endOr(code.indexOf('\n', slash), code);
        } else if (code.startsWith("/*", slash)) {
            return endOr(code.indexOf("*/", slash + 2) + 1, code);
        }
        return BEFORE_EXPRESSION.indexOf(before) < 0 ? slash : endOfExpression(code, slash);
    }

    private static int endOfExpression(String code, int slash) {
        boolean isInClass = false;
        for (int at = slash + 1; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '\n' || c == '/' && !isInClass) {
                return at;
            }
            at += c == '\\' ? 1 : 0;
            isInClass = c == '[' || isInClass && c != ']';
        }
        return code.length();
    }

    private static int endOr(int end, String code) {
        return end <= 0 ? code.length() : end;
    }
}
