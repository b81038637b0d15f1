package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.Demands.Need;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.script.Mention.Anchor;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what the scripts of a page will ask for, if a visitor makes them. */
public final class ScriptReferences {
    private static final int LONGEST_URL = 2_000;

    private final List<LoadedScript> scripts;
    private final Predicate<URI> firstParty;
    private final boolean hasOwnWorker;
    private final List<ScriptReference> references = new ArrayList<>();

    private ScriptReferences(List<LoadedScript> scripts, Predicate<URI> firstParty) {
        this.scripts = scripts;
        this.firstParty = firstParty;
        this.hasOwnWorker = scripts.stream().anyMatch(script -> script.facts().replacesWorker());
    }

    /**
     * The references of a page's scripts, script by script.
     *
     * @param scripts the scripts that were read so far; what one names may depend on another
     * @param amd what the page's HTML says to RequireJS
     * @param firstParty whether a URL belongs to the page's own site
     */
    public static List<ScriptReference> of(List<LoadedScript> scripts, AmdPage amd, Predicate<URI> firstParty) {
        ScriptReferences all = new ScriptReferences(scripts, firstParty);
        scripts.forEach(script -> script.facts().mentions().forEach(mention -> all.add(script, mention)));
        boolean isMoved = scripts.stream().anyMatch(script -> script.facts().movesPublicPath());
        if (!isMoved) {
            all.addBundles();
        }
        AmdModules.of(scripts, amd).forEach(module -> all.add(module.script(), module.mention(), amd.base()));
        return all.references;
    }

    /** A bundle with the script that it is in. */
    private record Placed(LoadedScript script, WebpackBundle bundle) {
        boolean isOfPage() {
            return script.kind() != ScriptKind.WORKER;
        }
    }

    private void addBundles() {
        List<Placed> bundles = scripts.stream()
                .flatMap(script -> script.facts().bundles().stream().map(bundle -> new Placed(script, bundle)))
                .toList();
        List<Placed> runtimes =
                bundles.stream().filter(one -> one.bundle().isRuntime()).toList();
        Map<Placed, List<Placed>> callers = new LinkedHashMap<>();
        runtimes.forEach(runtime -> callers.put(runtime, new ArrayList<>(List.of(runtime))));
        bundles.stream()
                .filter(one -> !one.bundle().isRuntime() && one.isOfPage())
                .forEach(modules -> runtimeOf(modules, runtimes)
                        .ifPresent(runtime -> callers.computeIfAbsent(runtime, one -> new ArrayList<>())
                                .add(modules)));
        callers.forEach(this::addChunks);
        callers.forEach(this::addAssets);
    }

    /** The one runtime that modules of another script load by: two of one build may know different chunks. */
    private static Optional<Placed> runtimeOf(Placed modules, List<Placed> runtimes) {
        List<Placed> ofPage = runtimes.stream().filter(Placed::isOfPage).toList();
        List<Placed> named = ofPage.stream()
                .filter(runtime -> runtime.bundle().names(modules.bundle()))
                .toList();
        List<Placed> possible = named.isEmpty() ? ofPage : named;
        return possible.stream()
                .filter(runtime -> possible.size() == 1 && runtime.bundle().mayRun(modules.bundle()))
                .findFirst();
    }

    private void addChunks(Placed runtime, List<Placed> callers) {
        for (ChunkTable table : runtime.bundle().tables()) {
            Map<String, Place> ids = new LinkedHashMap<>();
            table.ids().forEach((id, mention) -> ids.put(id, new Place(runtime.script(), mention)));
            if (table.role() == Role.SCRIPT) {
                callers.forEach(caller -> caller.bundle()
                        .chunks()
                        .forEach((id, mention) ->
                                ids.merge(id, new Place(caller.script(), mention), Place::demandingToo)));
            }
            ids.forEach((id, place) -> table.mention(id, place.mention())
                    .ifPresent(mention -> add(place.script(), mention, base(table.anchor(), runtime.script()))));
        }
    }

    private void addAssets(Placed runtime, List<Placed> callers) {
        runtime.bundle().tables().stream().findFirst().ifPresent(table -> {
            URI base = base(table.anchor(), runtime.script());
            callers.forEach(caller -> caller.bundle()
                    .assets()
                    .forEach(mention -> add(caller.script(), mention.in(table.publicPath()), base)));
        });
    }

    private void add(LoadedScript script, Mention mention) {
        switch (mention.anchor()) {
            case MODULE ->
                script.scope()
                        .modules()
                        .resolve(mention.address(), script.moduleBase())
                        .ifPresent(url -> add(script, mention, Optional.of(url)));
            case OUTPUT -> output(script, mention).ifPresent(folder -> add(script, mention, folder));
            default -> add(script, mention, base(mention.anchor(), script));
        }
    }

    private static URI base(Anchor anchor, LoadedScript script) {
        return anchor == Anchor.PAGE ? script.scope().base() : script.moduleBase();
    }

    private static Optional<URI> output(LoadedScript script, Mention mention) {
        String folders = mention.folders();
        URI own = script.url().resolve(".");
        int depth = (int) folders.chars().filter(c -> c == '/').count();
        return Optional.of(own.resolve("../".repeat(depth)))
                .filter(output -> output.resolve(folders).equals(own));
    }

    private void add(LoadedScript script, Mention mention, URI base) {
        if (UrlResolver.isReference(mention.address())) {
            add(script, mention, UrlResolver.resolve(base, mention.address()));
        }
    }

    private void add(LoadedScript script, Mention mention, Optional<URI> url) {
        url.ifPresent(address -> references.add(new ScriptReference(
                new Reference(
                        cut(mention.raw()),
                        url,
                        mention.role(),
                        firstParty.test(address),
                        Origin.SCRIPT,
                        script.url(),
                        Optional.of(mention.range()),
                        mention.excerpt(),
                        // A constructor of the page's own may start a worker of any origin.
                        hasOwnWorker ? mention.demands().without(Need.SAME_ORIGIN) : mention.demands()),
                mention.readAs(),
                mention.role() == Role.WORKER ? Optional.empty() : Optional.of(script.scope()))));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_URL ? text : text.substring(0, LONGEST_URL) + "…";
    }

    /** Where a chunk is named. */
    private record Place(LoadedScript script, Mention mention) {
        /** This place, with what another one that loads the chunk demands of it. */
        Place demandingToo(Place other) {
            return other.mention().demands().equals(Demands.NONE)
                    ? this
                    : new Place(script, mention.demanding(other.mention().demands()));
        }
    }
}
