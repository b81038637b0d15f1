package dev.smokerunner.observe.script;

import dev.smokerunner.observation.SourceRange;
import java.util.List;
import java.util.Optional;

/**
 * What one script says about files, before it is known on which page and beside which other scripts it runs.
 *
 * @param mentions what it names by itself
 * @param bundles the webpack runtimes in it and what its modules load by them; what needs a runtime of another script last
 * @param movesPublicPath whether a module of it sets the public path when it runs
 * @param replacesWorker whether it puts a constructor of its own into the place of {@code Worker}
 * @param amd what it says to RequireJS
 * @param unclosed the innermost bracket that its end leaves open: no browser runs such a script; absent where each is closed
 * @param cut what was too much to read, in a sentence; empty where all was read
 */
public record ScriptFacts(
        List<Mention> mentions,
        List<WebpackBundle> bundles,
        boolean movesPublicPath,
        boolean replacesWorker,
        AmdFacts amd,
        Optional<SourceRange> unclosed,
        String cut) {}
