package dev.smokerunner.observe.script;

import java.util.List;
import java.util.Map;

/**
 * What one script says about files, before it is known on which page and beside which other scripts it runs.
 *
 * @param mentions what it names by itself
 * @param tables how the webpack runtime in it names chunks; empty where it holds none
 * @param chunks the ids of chunks that its modules load, with places
 * @param assets what its modules name relative to the runtime's public path
 * @param movesPublicPath whether a module of it sets the public path when it runs
 * @param amd what it says to RequireJS
 * @param cut what was too much to read, in a sentence; empty where all was read
 */
public record ScriptFacts(
        List<Mention> mentions,
        List<ChunkTable> tables,
        Map<String, Mention> chunks,
        List<Mention> assets,
        boolean movesPublicPath,
        AmdFacts amd,
        String cut) {}
