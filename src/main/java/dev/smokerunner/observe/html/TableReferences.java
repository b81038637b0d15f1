package dev.smokerunner.observe.html;

import dev.smokerunner.observation.Demands;
import dev.smokerunner.observation.HtmlDocument;
import dev.smokerunner.observation.HtmlElement;
import dev.smokerunner.observation.Reference;
import dev.smokerunner.observation.Reference.Origin;
import dev.smokerunner.observation.StatedDigest;
import dev.smokerunner.observation.StatedDigest.Keeper;
import dev.smokerunner.observe.html.JsonStrings.Entry;
import dev.smokerunner.observe.url.UrlResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the files that a list of the deployment's own names, with what it says of their bytes: the hash table of Angular's
 * service worker, what Blazor starts with, and the manifests of webpack and Vite. A list is known by its shape.
 */
public final class TableReferences {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32,64}");
    private static final Pattern INTEGRITY = Pattern.compile("sha(256|384|512)-[A-Za-z0-9+/=_-]{40,90}(\\s+sha.*)?");

    /** What the .NET runtime fetches with its integrity before it starts; other groups depend on language and debugger. */
    private static final Set<String> START_GROUPS =
            Set.of("assembly", "coreAssembly", "runtime", "wasmNative", "jsModuleNative", "jsModuleRuntime");

    private static final Set<String> FILE_KEYS = Set.of("src", "file", "url", "path", "name");
    /** Files of a manifest that pages load; source maps and licence texts are often kept back on purpose. */
    private static final Set<String> LOADED =
            Set.of("js", "mjs", "css", "wasm", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "woff", "woff2");

    private final URI table;
    private final URI base;
    private final Predicate<URI> firstParty;
    private final List<Reference> references = new ArrayList<>();

    private TableReferences(URI table, URI base, Predicate<URI> firstParty) {
        this.table = table;
        this.base = base;
        this.firstParty = firstParty;
    }

    /**
     * The files that a list names; none where it is no such list.
     *
     * @param table where it came from; what it names is relative to it
     * @param text its text
     * @param firstParty whether a URL belongs to the page's own site
     */
    public static List<Reference> of(URI table, String text, Predicate<URI> firstParty) {
        TableReferences all = new TableReferences(table, base(table), firstParty);
        List<Entry> entries = JsonStrings.of(text);
        if (entries.stream().anyMatch(TableReferences::isHash)) {
            all.addHashTable(entries);
        } else if (entries.stream().anyMatch(TableReferences::isBootFile)) {
            all.addBootFiles(entries);
        } else {
            all.addManifest(entries);
        }
        return List.copyOf(all.references);
    }

    /** The files of which a page's import map says something. */
    static List<Reference> ofImportMap(HtmlDocument page, HtmlElement map, Predicate<URI> firstParty) {
        TableReferences all = new TableReferences(page.url(), page.base(), firstParty);
        JsonStrings.of(map.text()).stream()
                .filter(entry -> entry.path().size() == 2 && entry.key(0).equals("integrity"))
                .map(entry -> new Entry(entry.path(), entry.value(), map.startTag(), entry.excerpt()))
                .forEach(entry -> all.add(entry.key(1), entry, Keeper.MODULES));
        return List.copyOf(all.references);
    }

    /** Vite keeps its manifest in a folder of its own beside the files. */
    private static URI base(URI table) {
        return table.getPath().endsWith("/.vite/manifest.json") ? table.resolve("../manifest.json") : table;
    }

    private static boolean isHash(Entry entry) {
        return entry.path().size() == 2
                && entry.key(0).equals("hashTable")
                && HEX.matcher(entry.value()).matches();
    }

    private void addHashTable(List<Entry> entries) {
        Set<String> lazy = new HashSet<>();
        entries.stream()
                .filter(entry -> entry.key(0).equals("assetGroups")
                        && entry.lastKey().equals("installMode")
                        && entry.value().equals("lazy"))
                .forEach(entry -> lazy.add(entry.key(1)));
        Set<String> later = new HashSet<>();
        entries.stream()
                .filter(entry -> entry.key(0).equals("assetGroups")
                        && entry.key(2).equals("urls")
                        && lazy.contains(entry.key(1)))
                .forEach(entry -> later.add(entry.value()));
        entries.stream()
                .filter(TableReferences::isHash)
                .forEach(entry ->
                        add(entry.key(1), entry, later.contains(entry.key(1)) ? Keeper.LATER : Keeper.RELEASE));
    }

    private static boolean isBootFile(Entry entry) {
        return entry.path().size() == 3
                && entry.key(0).equals("resources")
                && INTEGRITY.matcher(entry.value()).matches();
    }

    private void addBootFiles(List<Entry> entries) {
        for (Entry entry : entries) {
            boolean isLazy = entry.key(1).equals("lazyAssembly");
            if (isBootFile(entry) && (isLazy || START_GROUPS.contains(entry.key(1)))) {
                add(entry.key(2), entry, isLazy ? Keeper.LATER : Keeper.START);
            }
        }
    }

    private void addManifest(List<Entry> entries) {
        Map<List<String>, Entry> files = new HashMap<>();
        entries.stream()
                .filter(entry -> FILE_KEYS.contains(entry.lastKey()))
                .forEach(entry -> files.putIfAbsent(entry.parent(), entry));
        for (Entry entry : entries) {
            boolean isDigest = INTEGRITY.matcher(entry.value()).matches();
            Entry file = files.get(entry.parent());
            if (isDigest && entry.lastKey().equals("integrity") && file != null) {
                add(file.value(), entry, Keeper.MANIFEST);
            } else if (isDigest && isOfIntegrities(entry)) {
                add(entry.lastKey(), entry, Keeper.MANIFEST);
            } else if (isManifestFile(entry) && LOADED.contains(FileRoles.extension(entry.value()))) {
                reference(entry.value(), entry, Demands.NONE);
            }
        }
    }

    private static boolean isOfIntegrities(Entry entry) {
        return entry.path().size() >= 2
                && entry.path().get(entry.path().size() - 2).equals("integrity");
    }

    /** Vite: {@code {source: {file, css: [], assets: []}}}; webpack: {@code {files: {name: url}}} or {@code {name: url}}. */
    private static boolean isManifestFile(Entry entry) {
        boolean isVite = entry.path().size() == 2 && entry.key(1).equals("file")
                || entry.path().size() == 3 && Set.of("css", "assets").contains(entry.key(1));
        boolean isWebpack = entry.path().size() == 2 && entry.key(0).equals("files")
                || entry.path().size() == 1;
        return isVite || isWebpack;
    }

    private void add(String file, Entry entry, Keeper keeper) {
        reference(file, entry, Demands.stating(new StatedDigest(entry.value(), keeper)));
    }

    private void reference(String file, Entry entry, Demands demands) {
        if (!UrlResolver.isReference(file)) {
            return;
        }
        Optional<URI> url = UrlResolver.resolve(base, file);
        url.ifPresent(address -> references.add(new Reference(
                file,
                url,
                FileRoles.role(file),
                firstParty.test(address),
                Origin.TABLE,
                table,
                Optional.of(entry.range()),
                entry.excerpt(),
                demands)));
    }
}
