package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.MessageFact.UnparsedText.What;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads which text a {@code SyntaxError} is about. */
final class SyntaxReader {
    private static final String SYNTAX_ERROR = "SyntaxError";

    /** What code throws under the same name while it runs, by parsing something else than a script. */
    private static final Pattern THROWN_BY_CODE = Pattern.compile(
            "JSON|Failed to execute|in promise|regular expression|selector|export named|module specifier",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DECLARED_TWICE =
            Pattern.compile("Identifier '([\\w$]{1,80})' has already been declared");

    private SyntaxReader() {}

    static List<MessageFact> read(String text) {
        Optional<MessageFact> again = Optional.of(DECLARED_TWICE.matcher(text))
                .filter(Matcher::find)
                .map(found -> new RedeclaredName(found.group(1)));
        Optional<MessageFact> unparsed =
                text.contains(SYNTAX_ERROR) ? Optional.of(new UnparsedText(what(text))) : Optional.empty();
        return Stream.of(unparsed, again).flatMap(Optional::stream).toList();
    }

    private static What what(String text) {
        if (text.contains("JSON")) {
            return What.JSON;
        }
        return THROWN_BY_CODE.matcher(text).find() ? What.OTHER : What.SCRIPT;
    }
}
