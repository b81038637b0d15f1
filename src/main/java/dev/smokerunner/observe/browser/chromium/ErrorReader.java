package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.FailedFont;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.RefusalFact.RefusedScope;
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
    /** V8: "Cannot read properties of undefined (reading 'x')"; before 92 "Cannot read property 'x' of undefined". */
    private static final Pattern NO_VALUE =
            Pattern.compile("Cannot (?:read|set|destructure) propert|(?:undefined|null) is not");

    /** Chromium on a bare name that no import map has. */
    private static final Pattern BARE_NAME = Pattern.compile("module specifier");

    private static final Pattern FIRST_QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    /** Chromium on {@code import()}, Safari on the same. */
    private static final Pattern NO_IMPORT = Pattern.compile("dynamically imported module|Importing a module script");

    /** Chromium 156 on a service worker whose script throws, or imports one that does not come. */
    private static final Pattern NO_WORKER = Pattern.compile("ServiceWorker script evaluation failed");

    /** V8 on a page that is read as a script; before 100 without quotes. */
    private static final Pattern PAGE_FOR_SCRIPT = Pattern.compile("Unexpected token '?<");

    /** Chromium, Firefox and Safari on a call without an answer. */
    private static final Pattern NO_ANSWER =
            Pattern.compile("Failed to fetch(?! dynamically)|NetworkError when|Load failed");

    /** Chromium 156 on {@code FontFace.load()}; other network errors of it say what was asked. */
    private static final Pattern NO_FONT =
            Pattern.compile("^(?:Uncaught \\(in promise\\) )?NetworkError: A network error occurred\\.");

    private static final Pattern NO_JSON =
            Pattern.compile("is not valid JSON|Unexpected end of JSON input|Failed to execute 'json'"
                    // Of V8 since 11.4: "Expected double-quoted property name in JSON at position 46 (line 4 column
                    // 1)".
                    + "|(?:in|after) JSON at position \\d");

    /** In the words of V8, new and old. */
    private static final Pattern OF_NULL =
            Pattern.compile("Cannot (?:read|set) propert(?:ies|y '[^']{0,100}') of null");

    /** V8. */
    private static final Pattern MODULE_SYNTAX = Pattern.compile(
            "Cannot use import statement outside a module|Cannot use 'import\\.meta' outside a module|Unexpected token 'export'");

    /** Of markup that nobody checked, in Chromium 156: "This document requires 'TrustedHTML' assignment". */
    private static final Pattern UNCHECKED_TEXT =
            Pattern.compile("requires 'Trusted(?:HTML|Script|ScriptURL)' assignment");

    /** Of a name that the directive does not list, in Chromium 156: "… 'TrustedTypePolicyFactory': Policy "x" disallowed". */
    private static final Pattern UNLISTED_POLICY =
            Pattern.compile("'TrustedTypePolicyFactory': Policy .{0,200} disallowed");

    /** Chromium 156; its other words around it, and the names of paths, differ. */
    private static final Pattern SCOPE =
            Pattern.compile("with script \\('([^']{1,2000})'\\): The path of the provided scope"
                    + " \\('([^']{1,2000})'\\) is not under the max scope allowed \\('([^']{1,2000})'\\)");

    /** Each pattern that names nothing, with what it means. */
    private static final Map<Pattern, MessageFact> NAMELESS = Map.ofEntries(
            Map.entry(NO_VALUE, new MissedCode(What.VALUE, Optional.empty())),
            Map.entry(OF_NULL, new NullValue()),
            Map.entry(MODULE_SYNTAX, new ModuleSyntax()),
            Map.entry(NO_IMPORT, new MissedCode(What.CHUNK, Optional.empty())),
            Map.entry(NO_WORKER, new MissedCode(What.CHUNK, Optional.empty())),
            Map.entry(PAGE_FOR_SCRIPT, new MissedCode(What.SCRIPT, Optional.empty())),
            Map.entry(NO_ANSWER, new FailedCall(FailedCall.What.NO_ANSWER)),
            Map.entry(NO_FONT, new FailedFont()),
            Map.entry(NO_JSON, new FailedCall(FailedCall.What.NO_JSON)),
            Map.entry(UNCHECKED_TEXT, new RefusedText(new PolicyDirective("require-trusted-types-for"))),
            Map.entry(UNLISTED_POLICY, new RefusedText(new PolicyDirective("trusted-types"))));

    private ErrorReader() {}

    static List<MessageFact> read(String text) {
        List<MessageFact> facts = new ArrayList<>(CommonErrors.read(text));
        bareModule(text).ifPresent(facts::add);
        scope(text).ifPresent(facts::add);
        NAMELESS.forEach((pattern, fact) -> {
            if (pattern.matcher(text).find() && !facts.contains(fact)) {
                facts.add(fact);
            }
        });
        return facts;
    }

    private static Optional<MessageFact> scope(String text) {
        Matcher refused = SCOPE.matcher(text);
        return refused.find()
                ? Optional.of(new RefusedScope(refused.group(1), refused.group(2), refused.group(3)))
                : Optional.empty();
    }

    private static Optional<MessageFact> bareModule(String text) {
        if (!BARE_NAME.matcher(text).find()) {
            return Optional.empty();
        }
        Matcher quoted = FIRST_QUOTED.matcher(text);
        Optional<String> name = quoted.find() ? Optional.of(quoted.group(1)) : Optional.empty();
        return Optional.of(new MissedCode(What.BARE_MODULE, name));
    }
}
