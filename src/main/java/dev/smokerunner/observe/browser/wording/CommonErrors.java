package dev.smokerunner.observe.browser.wording;

import dev.smokerunner.observation.MessageFact;
import dev.smokerunner.observation.MessageFact.FailedHydration;
import dev.smokerunner.observation.MessageFact.HiddenError;
import dev.smokerunner.observation.MessageFact.MissedCode;
import dev.smokerunner.observation.MessageFact.MissedCode.What;
import dev.smokerunner.observation.MessageFact.NoRoot;
import dev.smokerunner.observation.MessageFact.OfWebAssembly;
import dev.smokerunner.observation.MessageFact.UnnamedModule;
import dev.smokerunner.observation.RefusalFact.RefusedSharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what errors of scripts say in the words of all engines, or of the libraries that pages load their code with. */
public final class CommonErrors {
    /** V8 and SpiderMonkey. */
    private static final Pattern MISSED =
            Pattern.compile("(?:\\b([A-Za-z_$][\\w$]{0,60}) )?is not (defined|a function|a constructor)");

    /** RequireJS 2: {@code Script error for "x", needed by: y}, {@code Load timeout for modules: x,y}; before 2.2 without quotes. */
    private static final Pattern LOADER =
            Pattern.compile("(Script error for:?|Load timeout for modules:?)(?: ([^\\s\"][^\\n]{0,500}))?");

    /** RequireJS 2.1 to 2.3, which shows the module as text. */
    private static final Pattern UNNAMED =
            Pattern.compile("Mismatched anonymous define\\(\\) module: (\\S[^\\n]{0,120})");

    private static final Pattern FIRST_QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    /** webpack 4 and 5, and the file of another build that its Module Federation loads. */
    private static final Pattern NO_CHUNK = Pattern.compile("Loading (?:(?:CSS )?chunk|script failed)");

    /**
     * What Chromium 156 says where memory is shared on a page that is not isolated ("SharedArrayBuffer is not defined",
     * "SharedArrayBuffer transfer requires self.crossOriginIsolated"), and what code says that looks for itself.
     */
    private static final Pattern NOT_ISOLATED =
            Pattern.compile("SharedArrayBuffer is not defined|cross[- ]?origin[- ]?isolat", Pattern.CASE_INSENSITIVE);

    /**
     * Chromium 156: "Incorrect response MIME type. Expected 'application/wasm'."; Firefox 153: "Response has unsupported MIME type
     * 'text/plain' expected 'application/wasm'".
     */
    private static final Pattern REFUSED_WASM =
            Pattern.compile("MIME type.{0,200} expected 'application/wasm'", Pattern.CASE_INSENSITIVE);

    /** React 17 to 19, whose builds for production say numbers: 200 of render and hydrate, 299 of createRoot. */
    private static final Pattern NO_ROOT =
            Pattern.compile("Target container is not a DOM element|Minified React error #(?:200|299);");

    /**
     * React 18 and 19 (418, 422, 423 in builds for production, 425 in 18), Vue 3.5, Angular 20 (500 to 502). What they say in
     * builds for development is longer and begins so.
     */
    private static final Pattern HYDRATION =
            Pattern.compile("Hydration failed because|error while hydrating|Hydration completed but contains mismatches"
                    + "|Minified React error #(?:418|422|423|425);|\\bNG050[0-2]\\b");

    private static final Pattern HIDDEN = Pattern.compile("(?:Uncaught )?Script error\\.?");

    private CommonErrors() {}

    /** What an error says, thrown or written to the console. */
    public static List<MessageFact> read(String text) {
        List<MessageFact> facts = new ArrayList<>(missed(text));
        facts.addAll(modules(text));
        UNNAMED.matcher(text)
                .results()
                .map(said -> new UnnamedModule(said.group(1)))
                .forEach(facts::add);
        if (NO_CHUNK.matcher(text).find()) {
            facts.add(new MissedCode(What.CHUNK, Optional.empty()));
        }
        if (text.contains("WebAssembly")) {
            facts.add(new OfWebAssembly(REFUSED_WASM.matcher(text).find()));
        }
        if (NOT_ISOLATED.matcher(text).find()) {
            facts.add(new RefusedSharing());
        }
        if (NO_ROOT.matcher(text).find()) {
            facts.add(new NoRoot());
        }
        if (HYDRATION.matcher(text).find()) {
            facts.add(new FailedHydration());
        }
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
        if (!loader.find()) {
            return List.of();
        }
        Matcher quoted = FIRST_QUOTED.matcher(text);
        if (quoted.find()) {
            return List.of(new MissedCode(What.MODULE, Optional.of(quoted.group(1))));
        }
        return loader.group(2) != null
                ? Pattern.compile("[,\\s]+")
                        .splitAsStream(loader.group(2).strip())
                        .limit(20)
                        .<MessageFact>map(name -> new MissedCode(What.MODULE, Optional.of(name)))
                        .toList()
                : List.of(new MissedCode(What.MODULE, Optional.empty()));
    }
}
