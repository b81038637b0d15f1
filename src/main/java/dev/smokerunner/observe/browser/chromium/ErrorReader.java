package dev.smokerunner.observe.browser.chromium;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedCall;
import dev.smokerunner.observation.MessageFact.HiddenError;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.ModuleSyntax;
import dev.smokerunner.observation.MessageFact.NullValue;
import dev.smokerunner.observation.MessageFact.OfWebAssembly;
import dev.smokerunner.observation.PolicyDirective;
import dev.smokerunner.observation.RefusalFact.RefusedSharing;
import dev.smokerunner.observation.RefusalFact.RefusedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what errors of scripts say, whether they were thrown or written to the console. */
final class ErrorReader {
    /** V8, and other engines in the same words. */
    private static final Pattern MISSED =
            Pattern.compile("(?:\\b([A-Za-z_$][\\w$]{0,60}) )?is not (defined|a function|a constructor)");

    /** V8: "Cannot read properties of undefined (reading 'x')"; before 92 "Cannot read property 'x' of undefined". */
    private static final Pattern NO_VALUE = Pattern.compile("Cannot (?:read|set) propert|(?:undefined|null) is not");

    /** RequireJS 2: {@code Script error for "x", needed by: y}, {@code Load timeout for modules: x,y}; before 2.2 without quotes. */
    private static final Pattern LOADER =
            Pattern.compile("(Script error for:?|Load timeout for modules:?)(?: ([^\\s\"][^\\n]{0,500}))?");

    /** Chromium on a bare name that no import map has. */
    private static final Pattern BARE_NAME = Pattern.compile("module specifier");

    private static final Pattern FIRST_QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    /** webpack 4 and 5, Chromium on {@code import()}, Safari on the same. */
    private static final Pattern NO_CHUNK =
            Pattern.compile("Loading (?:CSS )?chunk|dynamically imported module|Importing a module script");

    /** V8 on a page that is read as a script; before 100 without quotes. */
    private static final Pattern PAGE_FOR_SCRIPT = Pattern.compile("Unexpected token '?<");

    /** Chromium, Firefox and Safari on a call without an answer. */
    private static final Pattern NO_ANSWER =
            Pattern.compile("Failed to fetch(?! dynamically)|NetworkError when|Load failed");

    private static final Pattern NO_JSON =
            Pattern.compile("is not valid JSON|Unexpected end of JSON input|Failed to execute 'json'");

    /** In the words of V8, new and old. */
    private static final Pattern OF_NULL =
            Pattern.compile("Cannot (?:read|set) propert(?:ies|y '[^']{0,100}') of null");

    /** V8. */
    private static final Pattern MODULE_SYNTAX = Pattern.compile(
            "Cannot use import statement outside a module|Cannot use 'import\\.meta' outside a module|Unexpected token 'export'");

    /**
     * What Chromium 156 says where memory is shared on a page that is not isolated ("SharedArrayBuffer is not defined",
     * "SharedArrayBuffer transfer requires self.crossOriginIsolated"), and what code says that looks for itself.
     */
    private static final Pattern NOT_ISOLATED =
            Pattern.compile("SharedArrayBuffer is not defined|cross[- ]?origin[- ]?isolat", Pattern.CASE_INSENSITIVE);

    /** Of markup that nobody checked, in Chromium 156: "This document requires 'TrustedHTML' assignment". */
    private static final Pattern UNCHECKED_TEXT =
            Pattern.compile("requires 'Trusted(?:HTML|Script|ScriptURL)' assignment");

    /** Of a name that the directive does not list, in Chromium 156: "… 'TrustedTypePolicyFactory': Policy "x" disallowed". */
    private static final Pattern UNLISTED_POLICY =
            Pattern.compile("'TrustedTypePolicyFactory': Policy .{0,200} disallowed");

    private static final Pattern HIDDEN = Pattern.compile("(?:Uncaught )?Script error\\.?");

    /** Each pattern that names nothing, with what it means. */
    private static final Map<Pattern, MessageFact> NAMELESS = Map.ofEntries(
            Map.entry(NO_VALUE, new MissedCode(What.VALUE, Optional.empty())),
            Map.entry(OF_NULL, new NullValue()),
            Map.entry(MODULE_SYNTAX, new ModuleSyntax()),
            Map.entry(NO_CHUNK, new MissedCode(What.CHUNK, Optional.empty())),
            Map.entry(PAGE_FOR_SCRIPT, new MissedCode(What.SCRIPT, Optional.empty())),
            Map.entry(NO_ANSWER, new FailedCall(FailedCall.What.NO_ANSWER)),
            Map.entry(NO_JSON, new FailedCall(FailedCall.What.NO_JSON)),
            Map.entry(Pattern.compile("WebAssembly", Pattern.LITERAL), new OfWebAssembly()),
            Map.entry(NOT_ISOLATED, new RefusedSharing()),
            Map.entry(UNCHECKED_TEXT, new RefusedText(new PolicyDirective("require-trusted-types-for"))),
            Map.entry(UNLISTED_POLICY, new RefusedText(new PolicyDirective("trusted-types"))));

    private ErrorReader() {}

    static List<MessageFact> read(String text) {
        List<MessageFact> facts = new ArrayList<>(missed(text));
        facts.addAll(modules(text));
        NAMELESS.forEach((pattern, fact) -> {
            if (pattern.matcher(text).find()) {
                facts.add(fact);
            }
        });
        if (HIDDEN.matcher(text).matches()) {
            facts.add(new HiddenError());
        }
        return facts;
    }

    private static List<MessageFact> missed(String text) {
        return MISSED.matcher(text)
                .results()
                .<MessageFact>map(said -> new MissedCode(what(said.group(2)), Optional.ofNullable(said.group(1))))
                .distinct()
                .toList();
    }

    private static What what(String missing) {
        return switch (missing) {
            case "defined" -> What.NAME;
            case "a function" -> What.FUNCTION;
            default -> What.CONSTRUCTOR;
        };
    }

    /** The modules that a loader names, by the first quoted word or as a list without quotes. */
    private static List<MessageFact> modules(String text) {
        Matcher loader = LOADER.matcher(text);
        boolean isOfLoader = loader.find();
        if (!isOfLoader && !BARE_NAME.matcher(text).find()) {
            return List.of();
        }
        Matcher quoted = FIRST_QUOTED.matcher(text);
        if (quoted.find()) {
            return List.of(new MissedCode(isOfLoader ? What.MODULE : What.BARE_MODULE, Optional.of(quoted.group(1))));
        }
        return isOfLoader && loader.group(2) != null
                ? Pattern.compile("[,\\s]+")
                        .splitAsStream(loader.group(2).strip())
                        .limit(20)
                        .<MessageFact>map(name -> new MissedCode(What.MODULE, Optional.of(name)))
                        .toList()
                : List.of(new MissedCode(isOfLoader ? What.MODULE : What.BARE_MODULE, Optional.empty()));
    }
}
