package dev.smokerunner.observe.browser.firefox;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.FailedInstallation;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.MessageFact.RedeclaredName;
import dev.smokerunner.observation.MessageFact.UnparsedText;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.RefusalFact.RefusedText;
import dev.smokerunner.observe.browser.wording.CommonErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what errors of scripts say, whether they were thrown or written to the console. */
final class ErrorReader {
    /** {@code can't access property "x", y is undefined}, {@code y is null}, {@code can't access property "x" of null}. */
    private static final Pattern NO_VALUE =
            Pattern.compile("can't (?:access|set|define) property|\\S (?:is|are) (?:undefined|null)\\b");

    private static final Pattern OF_NULL =
            Pattern.compile("\\S is null\\b|can't (?:access|set) property [^\\n]{1,100} of null");

    /** On a page that is read as a script. */
    private static final Pattern PAGE_FOR_SCRIPT = Pattern.compile("expected expression, got '<'");

    private static final Pattern MODULE_SYNTAX =
            Pattern.compile("(?:import|export) declarations may only appear at top level of a module"
                    + "|import\\.meta may only appear in a module");

    private static final Pattern NO_IMPORT = Pattern.compile("error loading dynamically imported module");

    /** On a call without an answer, or with one that the page may not read. */
    private static final Pattern NO_ANSWER = Pattern.compile("NetworkError when attempting to fetch resource");

    private static final Pattern NO_JSON = Pattern.compile("JSON\\.parse: ");

    private static final Pattern UNCHECKED_TEXT = Pattern.compile("Sink type mismatch violation blocked by CSP");
    private static final Pattern UNLISTED_POLICY = Pattern.compile("TrustedTypePolicyFactory\\.createPolicy: .*CSP");
    /** Firefox 153; what the worker itself threw it does not tell. */
    private static final Pattern NOT_INSTALLED = Pattern.compile(
            "ServiceWorker script at (\\S{1,2000}) for scope \\S{1,2000} encountered an error during installation");

    private static final Pattern BARE_NAME = Pattern.compile("The specifier “([^”]{1,200})” was a bare specifier");

    private static final Pattern REDECLARED =
            Pattern.compile("redeclaration of [a-z -]{2,40} ([\\w$]{1,80})|redeclaration of formal parameter");

    /** What code throws as {@code SyntaxError} while it runs, by parsing something else than a script. */
    private static final Pattern PARSED_BY_CODE = Pattern.compile(
            "is not a valid selector|regular expression|regexp"
                    + "|doesn't provide an export named|ambiguous (?:indirect )?export|parenthetical|character class"
                    + "|nothing to repeat|numbers out of order|quantifier|named group|capture group|An invalid or illegal string");

    private static final Map<Pattern, MessageFact> NAMELESS = Map.of(
            NO_VALUE, new MissedCode(What.VALUE, Optional.empty()),
            OF_NULL, new NullValue(),
            PAGE_FOR_SCRIPT, new MissedCode(What.SCRIPT, Optional.empty()),
            MODULE_SYNTAX, new ModuleSyntax(),
            NO_IMPORT, new MissedCode(What.CHUNK, Optional.empty()),
            NO_ANSWER, new FailedCall(FailedCall.What.NO_ANSWER),
            NO_JSON, new FailedCall(FailedCall.What.NO_JSON),
            UNCHECKED_TEXT, new RefusedText(new PolicyDirective("require-trusted-types-for")),
            UNLISTED_POLICY, new RefusedText(new PolicyDirective("trusted-types")));

    private ErrorReader() {}

    static List<MessageFact> read(String text) {
        List<MessageFact> facts = new ArrayList<>(CommonErrors.read(text));
        Matcher bare = BARE_NAME.matcher(text);
        if (bare.find()) {
            facts.add(new MissedCode(What.BARE_MODULE, Optional.of(bare.group(1))));
        }
        Matcher worker = NOT_INSTALLED.matcher(text);
        if (worker.find()) {
            facts.add(new FailedInstallation(worker.group(1)));
        }
        NAMELESS.forEach((pattern, fact) -> {
            if (pattern.matcher(text).find() && !facts.contains(fact)) {
                facts.add(fact);
            }
        });
        return facts;
    }

    /** What something that was thrown says about a text that could not be parsed. */
    static List<MessageFact> syntax(String text) {
        if (!text.startsWith("SyntaxError: ")) {
            return List.of();
        }
        List<MessageFact> facts = new ArrayList<>();
        facts.add(new UnparsedText(what(text)));
        Matcher again = REDECLARED.matcher(text);
        if (again.find() && again.group(1) != null) {
            facts.add(new RedeclaredName(again.group(1)));
        }
        return facts;
    }

    private static UnparsedText.What what(String text) {
        if (NO_JSON.matcher(text).find()) {
            return UnparsedText.What.JSON;
        }
        return PARSED_BY_CODE.matcher(text).find() ? UnparsedText.What.OTHER : UnparsedText.What.SCRIPT;
    }
}
