package dev.smokerunner.observe.script;

import dev.smokerunner.observation.Role;
import dev.smokerunner.observe.script.AmdFacts.Config;
import dev.smokerunner.observe.script.AmdFacts.Dependency;
import dev.smokerunner.observe.script.AmdFacts.Module;
import dev.smokerunner.observe.script.Mention.Anchor;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the modules of RequireJS from what is required to what they need; those that a script defines are not fetched. */
final class AmdModules {
    private static final Set<String> BUILT_IN = Set.of("require", "exports", "module", "");

    private final List<LoadedScript> scripts;
    private final AmdPage page;
    private final AmdNames names;
    private final Map<String, Owned> defined = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Deque<Needed> open = new ArrayDeque<>();
    private final List<Owner> found = new ArrayList<>();

    private AmdModules(List<LoadedScript> scripts, AmdPage page, AmdNames names) {
        this.scripts = scripts;
        this.page = page;
        this.names = names;
    }

    /**
     * A file that is fetched as a module.
     *
     * @param script who names it
     * @param mention where
     */
    record Owner(LoadedScript script, Mention mention) {}

    private record Owned(LoadedScript script, Module module) {}

    private record Needed(LoadedScript script, Dependency dependency, Optional<String> parent) {}

    /** The files; none where RequireJS is not on the page, or is configured by what only a browser knows. */
    static List<Owner> of(List<LoadedScript> all, AmdPage page) {
        List<LoadedScript> scripts = all.stream()
                .filter(script -> script.kind() == ScriptKind.CLASSIC)
                .toList();
        boolean isThere = page.main().isPresent()
                || scripts.stream().anyMatch(script -> script.facts().amd().isLoader());
        boolean isComputed =
                scripts.stream().anyMatch(script -> script.facts().amd().isComputed());
        if (!isThere || isComputed) {
            return List.of();
        }
        List<Config> configs = scripts.stream()
                .flatMap(script -> script.facts().amd().configs().stream())
                .toList();
        return new AmdModules(scripts, page, new AmdNames(page.folder(), configs)).follow();
    }

    private List<Owner> follow() {
        for (LoadedScript script : scripts) {
            AmdFacts amd = script.facts().amd();
            amd.modules().forEach(module -> module.name()
                    .ifPresent(name -> defined.putIfAbsent(name, new Owned(script, module))));
        }
        if (!names.hasBase()) {
            page.mainModule().ifPresent(this::file);
        }
        for (LoadedScript script : scripts) {
            AmdFacts amd = script.facts().amd();
            need(script, amd.required(), Optional.empty());
            amd.configs().forEach(config -> need(script, config.needs(), Optional.empty()));
        }
        resolveAll();
        if (hasAllFiles()) {
            scripts.forEach(script -> need(script, script.facts().amd().later(), Optional.empty()));
            resolveAll();
        }
        return found;
    }

    private void resolveAll() {
        while (!open.isEmpty()) {
            resolve(open.remove());
        }
    }

    /** Whether each file was read: what is required later may be defined in one of them. */
    private boolean hasAllFiles() {
        Set<URI> read = new HashSet<>();
        scripts.forEach(script -> read.add(script.url()));
        return found.stream().allMatch(owner -> UrlResolver.resolve(
                        page.base(), owner.mention().address())
                .filter(read::contains)
                .isPresent());
    }

    private void need(LoadedScript script, List<Dependency> dependencies, Optional<String> parent) {
        dependencies.forEach(dependency -> open.add(new Needed(script, dependency, parent)));
    }

    private void resolve(Needed needed) {
        Optional<String> id = id(needed.dependency().id(), needed.parent());
        if (id.isEmpty() || BUILT_IN.contains(id.get()) || !seen.add(id.get())) {
            return;
        }
        Owned own = defined.get(id.get());
        if (own != null) {
            need(own.script(), own.module().needs(), id);
            return;
        }
        if (page.mayBeDefinedElsewhere() && !names.isPlaced(id.get())) {
            return;
        }
        need(needed.script(), names.shim(id.get()), Optional.empty());
        names.address(id.get()).ifPresent(address -> {
            found.add(new Owner(
                    needed.script(),
                    needed.dependency()
                            .place()
                            .named(address, Role.SCRIPT)
                            .with(Anchor.PAGE, Role.SCRIPT, Optional.of(ScriptKind.CLASSIC))));
            file(id.get());
        });
    }

    /** Goes on with what the file of a module needs, where it was read and holds just that module. */
    private void file(String id) {
        Optional<URI> url = names.address(id).flatMap(address -> UrlResolver.resolve(page.base(), address));
        for (LoadedScript script : scripts) {
            List<Module> unnamed = script.facts().amd().modules().stream()
                    .filter(module -> module.name().isEmpty())
                    .toList();
            if (url.filter(script.url()::equals).isPresent() && unnamed.size() == 1) {
                need(script, unnamed.get(0).needs(), Optional.of(id));
            }
        }
    }

    /** A dependency's full name; the part after an exclamation mark is the plugin's own affair. */
    private static Optional<String> id(String written, Optional<String> parent) {
        String name = written.contains("!") ? written.substring(0, written.indexOf('!')) : written;
        if (!name.startsWith(".")) {
            return Optional.of(name);
        }
        // Without the module around it nobody knows what it is relative to.
        return parent.map(id -> joined(id.contains("/") ? id.substring(0, id.lastIndexOf('/') + 1) : "", name));
    }

    private static String joined(String folder, String relative) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + relative).split("/", -1)) {
            boolean isUp = part.equals("..")
                    && !parts.isEmpty()
                    && !parts.get(parts.size() - 1).equals("..");
            if (isUp) {
                parts.remove(parts.size() - 1);
            } else if (!part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
